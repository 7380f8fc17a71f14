using Draizer.Domain.Strategies;
using Draizer.Trading.Strategies;
using Draizer.Trading.Strategies.Shipped;

namespace Draizer.Trading.Tests.Strategies;

public sealed class NextStepTests
{
    [Theory]
    [InlineData(StrategyState.Inactive, "waits for the session to run")]
    [InlineData(StrategyState.Monitoring, "S1: waits for all of 3 conditions")]
    [InlineData(StrategyState.SignalDetected, "Z1: waits for all of 2 conditions or O1, given up after 300 s")]
    [InlineData(StrategyState.EntryEvaluation, "the entry order's fate")]
    [InlineData(StrategyState.PositionActive, "ZE1 or E1, stop-loss at 8 % of margin, take-profit at 20 % of margin, at most 1800 s")]
    [InlineData(StrategyState.CloseOrderEvaluation, "the close order's fill or E1")]
    [InlineData(StrategyState.EmergencyExit, "the emergency order's fill")]
    [InlineData(StrategyState.SignalCancelled, "cooldown")]
    [InlineData(StrategyState.Exited, "cooldown")]
    public void Describe_EachState_SaysWhatItWaitsFor(StrategyState state, string expected) =>
        Assert.Equal(expected, NextStep.Describe(ShippedStrategies.All["pump_dump_detection"], state));

    [Fact]
    public void Describe_StrategyWithNothingInIt_SaysSo()
    {
        var empty = new StrategyDefinition { Name = "empty", DocumentJson = "{}", Enabled = false };

        Assert.Equal("disabled", NextStep.Describe(empty, StrategyState.Inactive));
        Assert.Equal("S1: never, it has no conditions", NextStep.Describe(empty, StrategyState.Monitoring));
        Assert.Equal("Z1: at once, given up after 300 s", NextStep.Describe(empty, StrategyState.SignalDetected));
        Assert.Equal("closed by hand", NextStep.Describe(empty, StrategyState.PositionActive));
    }
}
