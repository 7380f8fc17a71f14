using Draizer.Domain.Outputs;
using Draizer.Domain.Signals;
using Draizer.Domain.Strategies;
using Draizer.Grains.Strategies;
using Draizer.Grains.Tests.Fakes;

namespace Draizer.Grains.Tests.Strategies;

public sealed class StrategyStateTests
{
    [Fact]
    public async Task A_fresh_session_has_every_strategy_on_every_instrument_inactive()
    {
        await using var scene = new Scene();
        await scene.Session.StartAsync(Scene.Request() with
        {
            Instruments = [0, 1],
            Definitions = [Scene.Definition, Scene.Definition with { Name = "another" }],
        });

        var states = (await scene.Session.GetStrategyStatesAsync()).Value!;

        Assert.Equal(
            [("another", "BTC_USDT"), ("another", "ETH_USDT"), ("fade", "BTC_USDT"), ("fade", "ETH_USDT")],
            states.Select(s => (s.StrategyName, s.Instrument.Symbol)));
        Assert.All(states, s => Assert.Equal(StrategyState.Inactive, s.State));
        Assert.All(states, s => Assert.Equal(SectionNames, s.Groups.Select(g => g.Section)));
    }

    [Fact]
    public async Task Transitions_are_the_last_five_newest_last_and_the_state_has_its_age()
    {
        await using var scene = await Scene.StartedAsync();
        for (var i = 0; i < 3; i++)
        {
            scene.Tell.Step(StrategyState.Monitoring, StrategyState.SignalDetected, $"up{i}");
            scene.Tell.Step(StrategyState.SignalDetected, StrategyState.Monitoring, $"down{i}");
        }

        await scene.BeatAsync(7);

        var state = await StateAsync(scene);
        Assert.Equal(["down0", "up1", "down1", "up2", "down2"], state.Transitions.Select(t => t.Trigger));
        Assert.Equal((StrategyState.Monitoring, 7.0), (state.State, state.TimeInStateSeconds));
        Assert.Equal("S1: waits for all of 2 conditions", state.Next);
    }

    [Fact]
    public async Task A_step_that_stays_in_its_state_does_not_make_it_younger()
    {
        await using var scene = await Scene.StartedAsync();
        scene.Tell.Step(StrategyState.PositionActive, StrategyState.CloseOrderEvaluation, "ZE1");
        await scene.BeatAsync(5);
        scene.Tell.Step(StrategyState.CloseOrderEvaluation, StrategyState.CloseOrderEvaluation, "close_timeout");
        await scene.BeatAsync(2);

        Assert.Equal(7, (await StateAsync(scene)).TimeInStateSeconds);
    }

    [Fact]
    public async Task Cooldown_counts_down_and_is_over()
    {
        await using var scene = await Scene.StartedAsync();
        scene.Tell.Step(StrategyState.SignalDetected, StrategyState.SignalCancelled, "O1", scene.Time.NowUs + 10_000_000);
        await scene.BeatAsync(4);
        Assert.Equal(6, (await StateAsync(scene)).CooldownLeftSeconds);

        await scene.BeatAsync(6);
        Assert.Null((await StateAsync(scene)).CooldownLeftSeconds);
    }

    [Fact]
    public async Task The_last_signal_is_the_newest_with_its_fate()
    {
        await using var scene = await Scene.StartedAsync();
        scene.Tell.Signal(1, Section.S1, SignalStatus.Pending);
        scene.Tell.Signal(2, Section.O1, SignalStatus.Executed);
        scene.Tell.Signal(1, Section.S1, SignalStatus.Cancelled, "O1");
        Assert.Equal((Script.IdOf(2), Section.O1), Last(await StateAsync(scene)));

        scene.Tell.Signal(3, Section.S1, SignalStatus.Pending);
        scene.Tell.Signal(3, Section.S1, SignalStatus.Cancelled, "signal_timeout");
        var state = await StateAsync(scene);
        Assert.Equal((SignalStatus.Cancelled, "signal_timeout"), (state.LastSignal!.Status, state.LastSignal.Reason));
        Assert.Equal(3, (await scene.SettleAsync())!.Signals);

        static (Domain.Identity.EntityId, Section) Last(StrategyStateView s) => (s.LastSignal!.SignalId, s.LastSignal.Section);
    }

    [Fact]
    public async Task Conditions_show_value_threshold_and_whether_they_are_met()
    {
        await using var scene = await Scene.StartedAsync();
        scene.Core.Values["pump_magnitude_pct"] = 9;
        scene.Core.Values["ema"] = 10;
        scene.Core.Values["sma"] = 11;

        var groups = (await StateAsync(scene)).Groups;

        var detection = groups[0].Conditions;
        Assert.Equal((8.0, null, 9.0, true), (detection[0].Threshold, detection[0].UpperThreshold, detection[0].Value, detection[0].Met));
        Assert.Equal((40.0, 80.0, null, false), (detection[1].Threshold, detection[1].UpperThreshold, detection[1].Value, detection[1].Met));
        var crossing = groups[3].Conditions[1];
        Assert.Equal((null, "sma", 10.0, true), (crossing.Threshold, crossing.Against, crossing.Value, crossing.Met));
        Assert.Empty(groups[1].Conditions);
    }

    [Fact]
    public async Task Values_of_position_and_signal_come_from_what_is_open_and_from_the_last_price()
    {
        await using var scene = await Scene.StartedAsync();
        Assert.Equal([null, null, null], OwnValues(await StateAsync(scene)));

        scene.Tell.Step(StrategyState.Monitoring, StrategyState.SignalDetected, "S1");
        await scene.BeatAsync(3);
        scene.Tell.Position(PositionChange.Opened, unrealized: 1);
        await scene.BeatAsync(4);

        // Short 0.01 from 67,000 with a margin of 200, last price 66,000: 100 · 0.01 · 1,000 / 200 = 5 %.
        scene.Core.LastPrice = 66_000;
        var open = await StateAsync(scene);
        Assert.Equal([5.0, 4.0, 7.0], OwnValues(open));
        Assert.Equal((67_000m, 1m, 0.5m), (open.EntryPrice, open.UnrealizedPnl, open.UnrealizedPnlPct));

        scene.Tell.Position(PositionChange.Closed);
        scene.Tell.Step(StrategyState.CloseOrderEvaluation, StrategyState.Exited, "flat");
        var closed = await StateAsync(scene);
        Assert.Equal([null, null, null], OwnValues(closed));
        Assert.Null(closed.EntryPrice);
    }

    [Fact]
    public async Task A_trend_compares_the_last_two_beats()
    {
        await using var scene = await Scene.StartedAsync();
        var trends = new List<Trend?>();
        foreach (var value in new[] { double.NaN, 1, 2, 2, 1 })
        {
            scene.Core.Values["rsi"] = value;
            await scene.BeatAsync();
            trends.Add((await StateAsync(scene)).Groups[0].Conditions[1].Trend);
        }

        Assert.Equal([null, null, Trend.Rising, Trend.Steady, Trend.Falling], trends);
        var told = (StrategyGroupsView)scene.Events.Named("indicator_updated")[^1].Data;
        Assert.Equal((1.0, Trend.Falling), (told.Groups[0].Conditions[1].Value, told.Groups[0].Conditions[1].Trend));
    }

    private static Section[] SectionNames => Enum.GetValues<Section>();

    private static async Task<StrategyStateView> StateAsync(Scene scene) =>
        Assert.Single((await scene.Session.GetStrategyStatesAsync()).Value!);

    private static double?[] OwnValues(StrategyStateView state) =>
        [state.Groups[3].Conditions[0].Value, state.Groups[4].Conditions[0].Value, state.Groups[4].Conditions[1].Value];
}
