using Draizer.Domain.Indicators;
using Draizer.Domain.Strategies;

namespace Draizer.Trading.Strategies;

/// <summary>
/// Conditions on an age change without any event. This finds the whole seconds at which one of them may, so that no other second
/// needs to be looked at.
/// </summary>
internal sealed class AgeThresholds
{
    private const double FarSeconds = 1e9;

    private readonly List<Threshold> _thresholds = [];

    public AgeThresholds(StrategyDefinition definition, StrategyIndicators indicators)
    {
        foreach (var section in SectionGroups.All)
        {
            foreach (var condition in definition.GroupOf(section).Conditions)
                Add(condition, indicators);
        }
    }

    /// <summary>The first whole second after now at which a condition may change; <see cref="long.MaxValue"/> when none will.</summary>
    public long NextAfter(long nowUs, long? signalSinceUs, long? positionSinceUs, ReadOnlySpan<double> values)
    {
        var next = long.MaxValue;
        foreach (var threshold in _thresholds)
        {
            var since = threshold.Age == PositionIndicator.SignalAge ? signalSinceUs : positionSinceUs;
            var seconds = threshold.OtherPlace < 0 ? threshold.Seconds : values[threshold.OtherPlace];
            if (since is not { } sinceUs || !(Math.Abs(seconds) < FarSeconds))
                continue;

            // Equality holds at the crossing itself, and "more than" only after it: the second of the crossing and the next one cover both.
            var crossing = WholeSeconds.Floor(sinceUs + (long)Math.Round(seconds * WholeSeconds.SecondUs));
            if (crossing > nowUs)
                next = Math.Min(next, crossing);
            else if (crossing + WholeSeconds.SecondUs > nowUs)
                next = Math.Min(next, crossing + WholeSeconds.SecondUs);
        }

        return next;
    }

    private void Add(Condition condition, StrategyIndicators indicators)
    {
        var isAge = IsAge(condition.Indicator);
        if (condition.Other is { } other)
        {
            // Two ages grow together, so comparing them never changes by itself.
            if (isAge && !IsAge(other))
                _thresholds.Add(new Threshold(condition.Indicator.PositionBased(), 0, indicators.IndexOf(other)));
            else if (!isAge && IsAge(other))
                _thresholds.Add(new Threshold(other.PositionBased(), 0, indicators.IndexOf(condition.Indicator)));
            return;
        }

        if (!isAge)
            return;

        _thresholds.Add(new Threshold(condition.Indicator.PositionBased(), condition.Value, -1));
        if (condition.Operator == ComparisonOperator.Between)
            _thresholds.Add(new Threshold(condition.Indicator.PositionBased(), condition.UpperValue, -1));
    }

    private static bool IsAge(IndicatorSpec spec) => spec.PositionBased() is PositionIndicator.PositionAge or PositionIndicator.SignalAge;

    /// <summary>An age compared with seconds, or with the value at a place.</summary>
    private readonly record struct Threshold(PositionIndicator Age, double Seconds, int OtherPlace);
}
