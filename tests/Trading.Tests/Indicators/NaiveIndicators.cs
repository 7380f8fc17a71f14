using Draizer.Domain.Indicators;
using Draizer.Domain.Markets;

namespace Draizer.Trading.Tests.Indicators;

/// <summary>Every market indicator straight from its definition, over the whole history each time. Slow, and easy to believe.</summary>
internal sealed class NaiveIndicators
{
    private readonly List<(long TimeUs, double Price, double Quantity)> _trades = [];
    private MarketEvent? _quote;

    public int TradeCount => _trades.Count;

    public void Take(long timeUs, in MarketEvent market)
    {
        if (market.Kind == MarketEventKind.Trade)
            _trades.Add((timeUs, market.Price, market.Quantity));
        else if (market.Kind == MarketEventKind.Quote)
            _quote = market;
    }

    /// <summary>NaN where not ready.</summary>
    public double Evaluate(IndicatorSpec spec, long nowUs)
    {
        return spec.Name switch
        {
            "last_price" => PriceAt(nowUs),
            "twap" => Twap(Begin("t1"), Begin("t2")),
            "velocity" => ((PriceAt(nowUs) / PriceAt(Begin("t1"))) - 1) * 100 / spec["t1"],
            "price_momentum" => ((PriceAt(Begin("t2")) / PriceAt(Begin("t1"))) - 1) * 100,
            "pump_magnitude_pct" => 100 * (PriceAt(nowUs) - Twap(Begin("t1"), Begin("t2"))) / Twap(Begin("t1"), Begin("t2")),
            "volume" => IsCovered(Begin("t1")) ? Volume(Begin("t1"), nowUs) : double.NaN,
            "trade_count" => IsCovered(Begin("t1")) ? Within(Begin("t1"), nowUs).Count() : double.NaN,
            "vwap" => IsCovered(Begin("t1")) ? Turnover(Begin("t1"), nowUs) / Volume(Begin("t1"), nowUs) : double.NaN,
            "volume_surge_ratio" => VolumeSurge(Begin("t1"), Begin("t1") - Us("t2")),
            "spread_pct" => _quote is { } q ? 100 * (q.AskPrice - q.BidPrice) / ((q.AskPrice + q.BidPrice) / 2) : double.NaN,
            "book_imbalance" => _quote is { } q ? (q.BidSize - q.AskSize) / (q.BidSize + q.AskSize) : double.NaN,
            "ema_ticks" => Last(Ema([.. _trades.Select(t => t.Price)], (int)spec["period"])),
            _ => NaiveBarIndicators.Evaluate(spec, NaiveBarIndicators.Bars(_trades, Us("bar_seconds"), nowUs)),
        };

        long Us(string name) => (long)Math.Round(spec[name] * 1e6);
        long Begin(string name) => nowUs - Us(name);

        double VolumeSurge(long from, long baseFrom)
        {
            if (!IsCovered(baseFrom) || !Within(baseFrom, from).Any())
                return double.NaN;
            return (Volume(from, nowUs) / spec["t1"]) / (Volume(baseFrom, from) / spec["t2"]);
        }
    }

    public static double[] Ema(double[] values, int period)
    {
        var averages = Enumerable.Repeat(double.NaN, values.Length).ToArray();
        for (var i = period - 1; i < values.Length; i++)
        {
            averages[i] = i == period - 1
                ? values.Take(period).Average()
                : averages[i - 1] + (2.0 / (period + 1) * (values[i] - averages[i - 1]));
        }

        return averages;
    }

    public static double Last(double[] values) => values.Length == 0 ? double.NaN : values[^1];

    private bool IsCovered(long timeUs) => _trades.Count > 0 && _trades[0].TimeUs <= timeUs;

    private double PriceAt(long timeUs)
    {
        var index = _trades.FindLastIndex(t => t.TimeUs <= timeUs);
        return index < 0 ? double.NaN : _trades[index].Price;
    }

    private IEnumerable<(long TimeUs, double Price, double Quantity)> Within(long afterUs, long toUs) =>
        _trades.Where(t => t.TimeUs > afterUs && t.TimeUs <= toUs);

    private double Volume(long afterUs, long toUs) => Within(afterUs, toUs).Sum(t => t.Quantity);

    private double Turnover(long afterUs, long toUs) => Within(afterUs, toUs).Sum(t => t.Price * t.Quantity);

    private double Twap(long fromUs, long toUs)
    {
        if (!IsCovered(fromUs))
            return double.NaN;

        var (integral, atUs, price) = (0.0, fromUs, PriceAt(fromUs));
        foreach (var trade in Within(fromUs, toUs))
        {
            integral += price * (trade.TimeUs - atUs);
            (atUs, price) = (trade.TimeUs, trade.Price);
        }

        return (integral + (price * (toUs - atUs))) / (toUs - fromUs);
    }
}
