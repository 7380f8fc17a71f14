using Draizer.Domain.Indicators;
using Draizer.Domain.Strategies;

namespace Draizer.Trading.Strategies;

/// <summary>Which indicators of the signal decide the direction of a strategy that trades both ways.</summary>
internal static class SignalDirection
{
    /// <summary>
    /// The pump magnitudes of the detection section, then its momenta, each in document order: the first that has a sign decides.
    /// </summary>
    public static IEnumerable<IndicatorSpec> IndicatorsOf(StrategyDefinition definition)
    {
        var specs = definition.SignalDetection.Conditions
            .SelectMany(condition => condition.Other is { } other ? [condition.Indicator, other] : new[] { condition.Indicator })
            .ToList();
        return specs.Where(spec => spec.Name == "pump_magnitude_pct").Concat(specs.Where(spec => spec.Name == "price_momentum"));
    }
}
