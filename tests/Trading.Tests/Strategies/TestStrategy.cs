using Draizer.Domain.Indicators;
using Draizer.Domain.Strategies;

namespace Draizer.Trading.Tests.Strategies;

/// <summary>A strategy whose sections are switches: each is true when the value of its name is at least 1.</summary>
internal static class TestStrategy
{
    public static StrategyLimits Limits { get; } = new()
    {
        SignalTimeoutSeconds = 5,
        MaxHoldSeconds = 20,
        CloseTimeoutSeconds = 2,
        CooldownAfterCancelSeconds = 10,
        CooldownAfterEmergencySeconds = 30,
        CooldownAfterExitSeconds = 4,
    };

    public static IndicatorSpec Indicator(string name) => new(name, [], name);

    public static ConditionGroup Switch(string name) =>
        new(GroupLogic.And, [new Condition(Indicator(name), ComparisonOperator.AtLeast, 1)]);

    public static ConditionGroup AtLeast(string name, double value) =>
        new(GroupLogic.And, [new Condition(Indicator(name), ComparisonOperator.AtLeast, value)]);

    /// <summary>The close shift is <c>risk</c> percent: a market order while that is 0 or not known.</summary>
    public static StrategyDefinition Named(string name, string prefix = "") => new()
    {
        Name = name,
        Direction = StrategyDirection.Short,
        Limits = Limits,
        SignalDetection = Switch(prefix + "s1"),
        SignalCancellation = Switch(prefix + "o1"),
        EntryConditions = Switch(prefix + "z1"),
        CloseOrderDetection = Switch(prefix + "ze1"),
        EmergencyExit = Switch(prefix + "e1"),
        CloseAdjustment = new RiskCurve(Indicator("risk"), [new CurvePoint(0, 0), new CurvePoint(10, 10)]),
        DocumentJson = "{}",
    };
}
