using Draizer.Domain.Indicators;
using Draizer.Domain.Strategies;

namespace Draizer.Trading.Strategies;

/// <summary>Every indicator a strategy looks at, once each, in the order in which its document names them.</summary>
public sealed class StrategyIndicators
{
    private readonly List<IndicatorSpec> _specs = [];

    public StrategyIndicators(StrategyDefinition definition)
    {
        foreach (var section in SectionGroups.All)
        {
            foreach (var condition in definition.GroupOf(section).Conditions)
            {
                Add(condition.Indicator);
                Add(condition.Other);
            }
        }

        Add(definition.Sizing?.RiskIndicator);
        Add(definition.CloseAdjustment?.RiskIndicator);
    }

    public IReadOnlyList<IndicatorSpec> Specs => _specs;

    public int IndexOf(IndicatorSpec spec) => _specs.IndexOf(spec);

    private void Add(IndicatorSpec? spec)
    {
        if (spec is not null && !_specs.Contains(spec))
            _specs.Add(spec);
    }
}
