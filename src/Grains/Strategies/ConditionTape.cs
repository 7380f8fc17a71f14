using Draizer.Domain.Indicators;
using Draizer.Domain.Signals;
using Draizer.Domain.Strategies;
using Draizer.Trading.Strategies;

namespace Draizer.Grains.Strategies;

/// <summary>Follows the value of every condition of a strategy on one instrument from beat to beat.</summary>
internal sealed class ConditionTape
{
    private readonly List<Section> _sections = [];
    private readonly List<Condition> _conditions = [];
    private readonly double[] _values;
    private readonly Trend?[] _trends;
    private readonly StrategyDefinition _definition;

    public ConditionTape(StrategyDefinition definition)
    {
        _definition = definition;
        foreach (var section in SectionGroups.All)
        {
            foreach (var condition in definition.GroupOf(section).Conditions)
            {
                _sections.Add(section);
                _conditions.Add(condition);
            }
        }

        _values = new double[_conditions.Count];
        _trends = new Trend?[_conditions.Count];
        Array.Fill(_values, double.NaN);
    }

    /// <summary>Takes the values of this beat and compares them with those of the one before.</summary>
    public void Beat(Func<IndicatorSpec, double> read)
    {
        for (var i = 0; i < _values.Length; i++)
        {
            var value = read(_conditions[i].Indicator);
            _trends[i] = TrendOf(_values[i], value);
            _values[i] = value;
        }
    }

    public IReadOnlyList<GroupView> Groups(Func<IndicatorSpec, double> read) =>
        [.. SectionGroups.All.Select(section => new GroupView(section, _definition.GroupOf(section).Logic, Conditions(section, read)))];

    private List<ConditionView> Conditions(Section section, Func<IndicatorSpec, double> read)
    {
        var views = new List<ConditionView>();
        for (var i = 0; i < _conditions.Count; i++)
        {
            if (_sections[i] == section)
                views.Add(ViewOf(_conditions[i], _trends[i], read));
        }

        return views;
    }

    private static ConditionView ViewOf(Condition condition, Trend? trend, Func<IndicatorSpec, double> read)
    {
        var value = read(condition.Indicator);
        var other = condition.Other is { } otherSpec ? read(otherSpec) : double.NaN;
        return new ConditionView(
            condition.Indicator.Label,
            condition.Operator,
            Threshold: condition.Other is null ? condition.Value : null,
            UpperThreshold: condition.Operator == ComparisonOperator.Between ? condition.UpperValue : null,
            Against: condition.Other?.Label,
            Value: double.IsFinite(value) ? value : null,
            Met: ConditionEvaluator.IsMet(condition, value, other),
            trend);
    }

    private static Trend? TrendOf(double before, double now)
    {
        if (!double.IsFinite(before) || !double.IsFinite(now))
            return null;
        return now > before ? Trend.Rising : now < before ? Trend.Falling : Trend.Steady;
    }
}
