namespace Draizer.Trading.Indicators;

/// <summary>
/// A place in the sequence of trades with the totals up to it. Whoever walks there adds the same terms in the same order, so two
/// cursors at one trade hold the same digits.
/// </summary>
internal struct TradeCursor()
{
    public DoubleDouble Volume;

    /// <summary>Sum of price times quantity.</summary>
    public DoubleDouble Turnover;

    /// <summary>Integral of the price over time, in microseconds, up to this trade.</summary>
    public DoubleDouble PriceTime;

    public long Ordinal = -1;
    public long TimeUs = long.MaxValue;
    public double Price = double.NaN;

    public void StepTo(in Trade next)
    {
        if (Ordinal >= 0)
            PriceTime.AddProduct(Price, next.TimeUs - TimeUs);

        Volume.Add(next.Quantity);
        Turnover.Add(next.Price * next.Quantity);
        Ordinal++;
        TimeUs = next.TimeUs;
        Price = next.Price;
    }

    /// <summary>Forgets the totals, not the place.</summary>
    public void ClearTotals()
    {
        Volume = default;
        Turnover = default;
        PriceTime = default;
    }

    /// <summary>Whether some total has grown so large that what <paramref name="later"/> has more drowns in it.</summary>
    public readonly bool Drowns(in TradeCursor later)
    {
        const double Dynamics = 1L << 60;
        return Volume.Value > Dynamics * later.Volume.Minus(Volume).Value
            || Turnover.Value > Dynamics * later.Turnover.Minus(Turnover).Value
            || PriceTime.Value > Dynamics * later.PriceTime.Minus(PriceTime).Value;
    }
}
