using Draizer.Domain.Indicators;
using Draizer.Domain.Sessions;
using Draizer.Domain.Strategies;

namespace Draizer.Trading.Indicators;

/// <summary>Finds the indicators that the strategies of a session look at.</summary>
internal static class IndicatorNeeds
{
    /// <summary>Each spec once, in the order in which the strategies name them, without those that are of a position.</summary>
    public static List<IndicatorSpec> Of(SessionSpec session)
    {
        var seen = new HashSet<IndicatorSpec>();
        var needed = new List<IndicatorSpec>();
        foreach (var strategy in session.Strategies)
        {
            AddGroup(strategy.SignalDetection);
            AddGroup(strategy.SignalCancellation);
            AddGroup(strategy.EntryConditions);
            AddGroup(strategy.CloseOrderDetection);
            AddGroup(strategy.EmergencyExit);
            Add(strategy.Sizing?.RiskIndicator);
            Add(strategy.CloseAdjustment?.RiskIndicator);
        }

        return needed;

        void AddGroup(ConditionGroup group)
        {
            foreach (var condition in group.Conditions)
            {
                Add(condition.Indicator);
                Add(condition.Other);
            }
        }

        void Add(IndicatorSpec? spec)
        {
            if (spec is not null && !IndicatorCatalogue.IsPositionBased(spec.Name) && seen.Add(spec))
                needed.Add(spec);
        }
    }
}
