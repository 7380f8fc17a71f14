namespace Draizer.Trading.Performance;

/// <summary>Mean return over its sample deviation, per year. The riskless rate is taken as 0.</summary>
public static class SharpeRatio
{
    /// <summary>Null below two returns, or where they do not vary.</summary>
    public static double? Of(ReadOnlySpan<double> returns, double annualFactor)
    {
        // Asked of the returns themselves: the mean of equal numbers can miss them by a last digit and leave a deviation of dust.
        if (returns.Length < 2 || !returns.ContainsAnyExcept(returns[0]))
            return null;

        var mean = 0.0;
        foreach (var r in returns)
            mean += r;
        mean /= returns.Length;

        var squares = 0.0;
        foreach (var r in returns)
            squares += (r - mean) * (r - mean);

        return Returns.Defined(mean / Math.Sqrt(squares / (returns.Length - 1)) * annualFactor);
    }
}
