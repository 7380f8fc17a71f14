namespace Draizer.Trading.Performance;

/// <summary>What a span's result comes to in a year, compounded and not.</summary>
public static class AnnualReturn
{
    private const double UsPerDay = 86_400e6;
    private const double DaysPerYear = 365;

    /// <summary>(final / initial)^(1 / years) - 1, in percent. Null below one day, where it would only magnify noise.</summary>
    public static double? Compounded(decimal initial, decimal final, long spanUs)
    {
        var days = spanUs / UsPerDay;
        if (days < 1 || initial <= 0 || final < 0)
            return null;

        return Returns.Defined(100 * (Math.Pow((double)(final / initial), DaysPerYear / days) - 1));
    }

    /// <summary>(P&amp;L / initial) / (days / 365), in percent: no reinvestment assumed.</summary>
    public static double? Realistic(decimal initial, decimal final, long spanUs)
    {
        if (spanUs <= 0 || initial <= 0)
            return null;

        return Returns.Defined(100 * (double)((final - initial) / initial) / (spanUs / UsPerDay / DaysPerYear));
    }
}
