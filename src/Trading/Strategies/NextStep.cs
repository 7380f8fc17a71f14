using System.Globalization;
using Draizer.Domain.Signals;
using Draizer.Domain.Strategies;

namespace Draizer.Trading.Strategies;

/// <summary>Says in a few words what a strategy waits for.</summary>
public static class NextStep
{
    public static string Describe(StrategyDefinition definition, StrategyState state) => state switch
    {
        StrategyState.Inactive => definition.Enabled ? "waits for the session to run" : "disabled",
        StrategyState.Monitoring => Waits(definition, Section.S1),
        StrategyState.SignalDetected =>
            $"{Waits(definition, Section.Z1)}{Or(definition, Section.O1)}"
            + $", given up after {Number(definition.Limits.SignalTimeoutSeconds)} s",
        StrategyState.EntryEvaluation => "the entry order's fate",
        StrategyState.PositionActive => Exits(definition),
        StrategyState.CloseOrderEvaluation => $"the close order's fill{Or(definition, Section.E1)}",
        StrategyState.EmergencyExit => "the emergency order's fill",
        StrategyState.SignalCancelled or StrategyState.Exited => "cooldown",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "Not a state."),
    };

    private static string Waits(StrategyDefinition definition, Section section)
    {
        var group = definition.GroupOf(section);
        return (group.Conditions.Count, group.Logic) switch
        {
            (0, _) => section == Section.Z1 ? $"{section}: at once" : $"{section}: never, it has no conditions",
            (1, _) => $"{section}: waits for its condition",
            (var count, GroupLogic.And) => $"{section}: waits for all of {count} conditions",
            (var count, _) => $"{section}: waits for one of {count} conditions",
        };
    }

    private static string Or(StrategyDefinition definition, Section section) =>
        definition.GroupOf(section).Conditions.Count == 0 ? "" : $" or {section}";

    private static string Exits(StrategyDefinition definition)
    {
        var limits = definition.Limits;
        var sections = new[] { Section.ZE1, Section.E1 }.Where(section => definition.GroupOf(section).Conditions.Count > 0).ToList();
        var parts = new List<string>();
        if (sections.Count > 0)
            parts.Add(string.Join(" or ", sections));
        if (limits.StopLossPct is { } stopLoss)
            parts.Add($"stop-loss at {Number(stopLoss)} % of margin");
        if (limits.TakeProfitPct is { } takeProfit)
            parts.Add($"take-profit at {Number(takeProfit)} % of margin");
        if (limits.MaxHoldSeconds is { } maxHold)
            parts.Add($"at most {Number(maxHold)} s");
        return parts.Count > 0 ? string.Join(", ", parts) : "closed by hand";
    }

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
