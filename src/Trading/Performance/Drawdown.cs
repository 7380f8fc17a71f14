using Draizer.Trading.Ports;

namespace Draizer.Trading.Performance;

/// <summary>The deepest fall of equity from a peak.</summary>
/// <param name="Pct">Positive, of the peak; 0 when equity never fell.</param>
/// <param name="DurationUs">From the peak until equity was back there, or until the last sample.</param>
/// <param name="Recovered">Whether equity came back to the peak; true when it never fell.</param>
public readonly record struct Drawdown(decimal Pct, long DurationUs, bool Recovered)
{
    /// <summary>
    /// Null without samples. The initial balance counts as a peak at the time of the first one; of equal falls the first counts.
    /// </summary>
    public static Drawdown? Maximum(IReadOnlyList<EquityPoint> samples, decimal initialBalance)
    {
        if (samples.Count == 0)
            return null;

        var peak = samples[0] with { Equity = initialBalance };
        var deepest = 0m;
        var deepestPeak = peak;
        long? recoveredUs = peak.TimeUs;

        foreach (var sample in samples)
        {
            if (recoveredUs is null && sample.Equity >= deepestPeak.Equity)
                recoveredUs = sample.TimeUs;

            // A peak is left where it was held last, so a flat top does not lengthen the fall.
            if (sample.Equity >= peak.Equity)
            {
                peak = sample;
                continue;
            }

            var fall = peak.Equity > 0 ? 100m * (peak.Equity - sample.Equity) / peak.Equity : 0m;
            if (fall > deepest)
            {
                deepest = fall;
                deepestPeak = peak;
                recoveredUs = null;
            }
        }

        return new Drawdown(deepest, (recoveredUs ?? samples[^1].TimeUs) - deepestPeak.TimeUs, recoveredUs is not null);
    }
}
