using Draizer.Trading.Ports;

namespace Draizer.Trading.Performance;

/// <summary>Returns between neighbouring samples of equity, which the ratios are made of.</summary>
public static class Returns
{
    private const double SecondsPerYear = 365.0 * 86_400;

    /// <summary>One per pair of samples; a pair that starts without equity has no return and is left out.</summary>
    public static double[] Between(IReadOnlyList<EquityPoint> samples)
    {
        var returns = new List<double>(Math.Max(0, samples.Count - 1));
        for (var i = 1; i < samples.Count; i++)
        {
            var before = samples[i - 1].Equity;
            if (before > 0)
                returns.Add((double)((samples[i].Equity - before) / before));
        }

        return [.. returns];
    }

    /// <summary>√N, with N samples in a year of 365 days.</summary>
    public static double AnnualFactor(double intervalSeconds) => Math.Sqrt(SecondsPerYear / intervalSeconds);

    /// <summary>Null instead of what is not a number.</summary>
    internal static double? Defined(double value) => double.IsFinite(value) ? value : null;
}
