using Draizer.Domain.Signals;
using Draizer.Domain.Strategies;

namespace Draizer.Trading.Strategies;

/// <summary>
/// The conditions of one section, each with the places of its indicators in <see cref="StrategyIndicators.Specs"/>. Evaluating it
/// allocates nothing.
/// </summary>
public sealed class BoundGroup
{
    private readonly BoundCondition[] _conditions;
    private readonly GroupLogic _logic;
    private readonly bool _isMetWhenEmpty;

    public BoundGroup(StrategyDefinition definition, Section section, StrategyIndicators indicators)
    {
        var group = definition.GroupOf(section);
        _logic = group.Logic;
        _isMetWhenEmpty = section == Section.Z1;
        _conditions = [.. group.Conditions.Select(condition => new BoundCondition(condition, indicators))];
    }

    public bool IsMet(ReadOnlySpan<double> values)
    {
        if (_conditions.Length == 0)
            return _isMetWhenEmpty;

        // The first condition that differs from where the logic would end decides.
        var decider = _logic == GroupLogic.Or;
        foreach (ref readonly var condition in _conditions.AsSpan())
        {
            if (ConditionEvaluator.IsMet(condition.Condition, values[condition.Place], condition.OtherValue(values)) == decider)
                return decider;
        }

        return !decider;
    }

    /// <summary>The mean over the conditions; of an empty group, 1 where that is met and 0 where it is not.</summary>
    public double Confidence(ReadOnlySpan<double> values)
    {
        if (_conditions.Length == 0)
            return _isMetWhenEmpty ? 1 : 0;

        var sum = 0.0;
        foreach (ref readonly var condition in _conditions.AsSpan())
            sum += ConditionEvaluator.Confidence(condition.Condition, values[condition.Place], condition.OtherValue(values));
        return sum / _conditions.Length;
    }

    private readonly struct BoundCondition(Condition condition, StrategyIndicators indicators)
    {
        private readonly int _otherPlace = condition.Other is { } other ? indicators.IndexOf(other) : -1;

        public readonly Condition Condition = condition;
        public readonly int Place = indicators.IndexOf(condition.Indicator);

        public double OtherValue(ReadOnlySpan<double> values) => _otherPlace < 0 ? double.NaN : values[_otherPlace];
    }
}
