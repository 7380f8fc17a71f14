namespace Draizer.Trading.Indicators;

/// <summary>Makes bars of one length from the trades since one start, and hands each to its indicators when it has closed.</summary>
internal sealed class BarSeries(long barUs, long startOrdinal)
{
    private readonly List<BarVariant> _variants = [];
    private double _high;
    private double _low;
    private double _close;
    private bool _isEmpty = true;

    // No bar is open before the first trade.
    private long _endUs = long.MaxValue;

    public long BarUs => barUs;
    public long StartOrdinal => startOrdinal;

    /// <summary>Whether no indicator is left.</summary>
    public bool IsIdle => _variants.Count == 0;

    public void Add(BarVariant variant) => _variants.Add(variant);

    public void Remove(int place) => _variants.RemoveAll(v => v.Place == place);

    /// <summary>Closes the bars that are over, and writes the values that came of it.</summary>
    public void MoveTo(long nowUs, double[] values)
    {
        if (nowUs >= _endUs)
            CloseBars(nowUs, values);
    }

    /// <summary>Takes a trade at a time to which the series has been moved.</summary>
    public void Take(in Trade trade)
    {
        if (_endUs == long.MaxValue)
            _endUs = ((trade.TimeUs / barUs) + 1) * barUs;

        _high = _isEmpty ? trade.Price : Math.Max(_high, trade.Price);
        _low = _isEmpty ? trade.Price : Math.Min(_low, trade.Price);
        _close = trade.Price;
        _isEmpty = false;
    }

    private void CloseBars(long nowUs, double[] values)
    {
        var bar = _isEmpty ? Bar.Empty(_close) : new Bar(_high, _low, _close);
        var emptyCount = (nowUs - _endUs) / barUs;
        foreach (var variant in _variants)
        {
            variant.Indicator.Update(in bar);
            if (emptyCount > 0)
                variant.Indicator.UpdateEmpty(_close, emptyCount);
            values[variant.Place] = variant.Indicator.Value;
        }

        _endUs += (emptyCount + 1) * barUs;
        _isEmpty = true;
    }
}

/// <summary>A bar indicator and the place of its value.</summary>
internal readonly record struct BarVariant(BarIndicator Indicator, int Place);
