using Draizer.Domain.Strategies;
using Draizer.Trading.Strategies.Shipped;

namespace Draizer.Trading.Tests.Strategies.Shipped;

public sealed class ShippedStrategiesTests
{
    [Fact]
    public void All_AreListedByTheirOwnNames()
    {
        Assert.Equal(["flash_pump_detection", "pump_dump_detection"], ShippedStrategies.All.Keys);
        Assert.All(ShippedStrategies.All, pair => Assert.Equal(pair.Key, pair.Value.Name));
    }

    [Fact]
    public void PumpDump_ReadsAsItsDocumentSays()
    {
        var strategy = ShippedStrategies.All["pump_dump_detection"];

        Assert.Equal(StrategyDirection.Short, strategy.Direction);
        Assert.Equal(
            new StrategyLimits
            {
                BasePositionPct = 0.30,
                MaxPositionSizeUsd = 500,
                Leverage = 3,
                MaxLeverage = 3,
                StopLossPct = 8,
                TakeProfitPct = 20,
                SignalTimeoutSeconds = 300,
                MaxHoldSeconds = 1_800,
                CloseTimeoutSeconds = 5,
                CooldownAfterCancelSeconds = 300,
                CooldownAfterEmergencySeconds = 1_800,
                CooldownAfterExitSeconds = 0,
                Fade = true,
            },
            strategy.Limits);
        Assert.Equal(
            ["pump_magnitude_pct AtLeast 8", "volume_surge_ratio AtLeast 3", "price_momentum AtLeast 5"],
            strategy.SignalDetection.Conditions.Select(c => $"{c.Indicator.Label} {c.Operator} {c.Value}"));
        Assert.Equal(GroupLogic.Or, strategy.EmergencyExit.Logic);
        Assert.Equal((40, 80), (strategy.EntryConditions.Conditions[0].Value, strategy.EntryConditions.Conditions[0].UpperValue));
        Assert.Equal([new CurvePoint(0, 1), new CurvePoint(1, 0.7), new CurvePoint(3, 0.3)], strategy.Sizing!.Points);
    }

    [Fact]
    public void FlashPump_LooksAtOneMinuteAndHalfAMinute()
    {
        var strategy = ShippedStrategies.All["flash_pump_detection"];

        Assert.Equal(
            ["pump_magnitude_pct(t1=60) AtLeast 5", "price_momentum(t1=30) AtLeast 3"],
            strategy.SignalDetection.Conditions.Select(c => $"{c.Indicator.Label} {c.Operator} {c.Value}"));
        Assert.Equal(StrategyDirection.Short, strategy.Direction);
        Assert.Equal(180, strategy.Limits.CooldownAfterCancelSeconds);
        Assert.Equal(180, strategy.Limits.CooldownAfterEmergencySeconds);
        Assert.Equal(180, strategy.Limits.CooldownAfterExitSeconds);
    }
}
