namespace Draizer.Trading.Indicators;

/// <summary>An indicator of the latest quote.</summary>
internal readonly struct QuoteVariant(IndicatorKind kind, int place, long startCount)
{
    public readonly int Place = place;

    public double Evaluate(in Quote quote)
    {
        // Quotes before the start of the session's history are not its business.
        if (quote.Count <= startCount)
            return double.NaN;

        var value = kind == IndicatorKind.SpreadPct ? quote.SpreadPct : quote.Imbalance;
        return double.IsFinite(value) ? value : double.NaN;
    }
}
