using Draizer.Domain.Indicators;

namespace Draizer.Trading.Indicators;

/// <summary>The bar indicators of one instrument. Those with one length of bar and one start of history share a series.</summary>
internal sealed class BarVariants(TradeHistory history)
{
    private readonly List<BarSeries> _series = [];

    public void Add(IndicatorSpec spec, int place, long startOrdinal, long nowUs, double[] values)
    {
        var barUs = Time.ToMicroseconds(spec["bar_seconds"]);
        var variant = new BarVariant(BarIndicator.Create(spec), place);
        var replay = new BarSeries(barUs, startOrdinal);
        replay.Add(variant);
        for (var ordinal = startOrdinal; ordinal < history.Next; ordinal++)
        {
            ref readonly var trade = ref history[ordinal];
            replay.MoveTo(trade.TimeUs, values);
            replay.Take(in trade);
        }

        replay.MoveTo(nowUs, values);
        if (_series.Find(s => s.BarUs == barUs && s.StartOrdinal == startOrdinal) is { } existing)
        {
            // It has come to the same bar by the same trades, so the newcomer can change over to it.
            existing.MoveTo(nowUs, values);
            existing.Add(variant);
        }
        else
        {
            _series.Add(replay);
        }
    }

    public void Remove(int place)
    {
        foreach (var series in _series)
            series.Remove(place);
        _series.RemoveAll(s => s.IsIdle);
    }

    public void MoveTo(long nowUs, double[] values)
    {
        foreach (var series in _series)
            series.MoveTo(nowUs, values);
    }

    public void Take(in Trade trade)
    {
        foreach (var series in _series)
            series.Take(in trade);
    }
}
