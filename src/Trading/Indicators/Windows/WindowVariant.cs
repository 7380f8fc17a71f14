namespace Draizer.Trading.Indicators;

/// <summary>
/// An indicator over a time window: a formula over the edges where the window begins and ends. It keeps nothing of its own, and a
/// switch picks the formula, because a virtual call per variant and tick would cost more than most of them.
/// </summary>
internal readonly struct WindowVariant
{
    public required IndicatorKind Kind { get; init; }
    public required int Place { get; init; }
    public required HistoryStart Start { get; init; }

    /// <summary>Where the window begins.</summary>
    public required WindowEdge From { get; init; }

    /// <summary>Where it ends.</summary>
    public required WindowEdge To { get; init; }

    public required WindowEdge Now { get; init; }

    /// <summary>Where the base window begins, which ends at <see cref="From"/>; of a volume surge only.</summary>
    public WindowEdge? BaseFrom { get; init; }

    public double Evaluate()
    {
        if (!(BaseFrom ?? From).IsCoveredSince(Start.TimeUs))
            return double.NaN;

        return Kind switch
        {
            IndicatorKind.LastPrice => Now.Price,
            IndicatorKind.Twap => TimeWeightedMean(),
            IndicatorKind.Velocity => ChangePct() / (From.DistanceUs / 1e6),
            IndicatorKind.PriceMomentum => ChangePct(),
            IndicatorKind.PumpMagnitudePct => PumpMagnitudePct(),
            IndicatorKind.Volume => Volume(From, To),
            IndicatorKind.TradeCount => To.Trade.Ordinal - From.Trade.Ordinal,
            IndicatorKind.Vwap => VolumeWeightedMean(),
            IndicatorKind.VolumeSurgeRatio => VolumeSurgeRatio(BaseFrom!),
            _ => throw new InvalidOperationException($"{Kind} is not an indicator over a window."),
        };
    }

    private static double Volume(WindowEdge from, WindowEdge to) => to.Trade.Volume.Minus(from.Trade.Volume).Value;

    private double ChangePct() => ((To.Price / From.Price) - 1) * 100;

    private double TimeWeightedMean()
    {
        // The price in force at the begin may be older than the window by any length of time; do not count on it to cancel.
        if (From.Trade.Ordinal == To.Trade.Ordinal)
            return From.Price;

        var integral = To.Trade.PriceTime.Minus(From.Trade.PriceTime);
        integral.AddProduct(To.Price, To.TimeUs - To.Trade.TimeUs);
        integral.AddProduct(-From.Price, From.TimeUs - From.Trade.TimeUs);
        return integral.Value / (To.TimeUs - From.TimeUs);
    }

    private double PumpMagnitudePct()
    {
        var mean = TimeWeightedMean();
        return 100 * (Now.Price - mean) / mean;
    }

    private double VolumeWeightedMean()
    {
        if (From.Trade.Ordinal == To.Trade.Ordinal)
            return double.NaN;

        return To.Trade.Turnover.Minus(From.Trade.Turnover).Value / Volume(From, To);
    }

    private double VolumeSurgeRatio(WindowEdge baseFrom)
    {
        if (baseFrom.Trade.Ordinal == From.Trade.Ordinal)
            return double.NaN;

        var rate = Volume(From, To) / From.DistanceUs;
        var baseRate = Volume(baseFrom, From) / (baseFrom.DistanceUs - From.DistanceUs);
        return rate / baseRate;
    }
}
