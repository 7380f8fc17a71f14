namespace Draizer.Trading.Performance;

/// <summary>Mean return over the root of the mean squared loss, per year. Gains count as no loss; the target is 0.</summary>
public static class SortinoRatio
{
    /// <summary>Null where no return is below 0.</summary>
    public static double? Of(ReadOnlySpan<double> returns, double annualFactor)
    {
        var sum = 0.0;
        var squaredLosses = 0.0;
        foreach (var r in returns)
        {
            sum += r;
            var loss = Math.Min(r, 0);
            squaredLosses += loss * loss;
        }

        if (squaredLosses == 0)
            return null;

        return Returns.Defined(sum / returns.Length / Math.Sqrt(squaredLosses / returns.Length) * annualFactor);
    }
}
