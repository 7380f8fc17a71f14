using Draizer.Domain.Orders;
using Draizer.Domain.Outputs;
using Draizer.Domain.Sessions;
using Draizer.Domain.Signals;
using Draizer.Domain.Strategies;
using Draizer.Grains.Tests.Fakes;

namespace Draizer.Grains.Tests.Sessions;

public sealed class OutputTests
{
    [Fact]
    public async Task A_trade_from_signal_to_flat_adds_up_at_every_step()
    {
        await using var scene = await Scene.StartedAsync();
        scene.Tell.Signal(1, Section.S1, SignalStatus.Pending);
        scene.Tell.Order(10, OrderStatus.Pending);
        scene.Tell.Order(10, OrderStatus.Filled);
        scene.Tell.Position(PositionChange.Opened);
        scene.Tell.Balance(999.6m, margin: 200, fees: 0.4m);
        scene.Tell.Mark(unrealized: 1.5m);

        // 1,000 - 0.4 fee = 999.6; 999.6 + 1.5 = 1,001.1 equity; 1,001.1 - 1,000 = 1.1, which is 0.11 %.
        var open = (await scene.SettleAsync())!;
        Assert.Equal((999.6m, 1_001.1m, 1.1m, 0.11m), (open.Balance.Wallet, open.Balance.Equity, open.TotalPnl, open.TotalPnlPct));
        Assert.Equal((1, 1, 1, 0), (open.OpenPositions, open.Signals, open.Orders, open.Trades));
        Assert.Equal(799.6m, open.Balance.Available);
        Assert.Equal(1.5m, Assert.Single((await scene.Session.GetPositionsAsync()).Value!).UnrealizedPnl);

        scene.Tell.Order(11, OrderStatus.Pending);
        scene.Tell.Order(11, OrderStatus.Filled);
        scene.Tell.Position(PositionChange.Closed);
        scene.Tell.Trip(realized: 1m, fees: 0.8m);
        scene.Tell.Balance(1_000.2m, realized: 1m, fees: 0.8m);

        // 1,000 + 1 realized - 0.8 fees = 1,000.2, nothing open: a win.
        var flat = (await scene.SettleAsync())!;
        Assert.Equal((1_000.2m, 0.2m, 0.02m), (flat.Balance.Equity, flat.TotalPnl, flat.TotalPnlPct));
        Assert.Equal((0, 2, 1, 1, 0, 100m), (flat.OpenPositions, flat.Orders, flat.Trades, flat.Wins, flat.Losses, flat.WinRate));
        Assert.Empty((await scene.Session.GetPositionsAsync()).Value!);
    }

    [Fact]
    public async Task A_trade_that_its_costs_ate_is_a_loss_and_one_of_zero_is_neither()
    {
        await using var scene = await Scene.StartedAsync();
        scene.Tell.Trip(realized: 1m, fees: 1.5m, id: 1);
        scene.Tell.Trip(realized: 1m, fees: 1m, id: 2);

        var view = (await scene.SettleAsync())!;
        Assert.Equal((2, 0, 1, 0m), (view.Trades, view.Wins, view.Losses, view.WinRate));
    }

    [Fact]
    public async Task A_late_mark_does_not_bring_a_closed_position_back()
    {
        await using var scene = await Scene.StartedAsync();
        scene.Tell.Position(PositionChange.Opened);
        scene.Tell.Position(PositionChange.Closed);
        scene.Tell.Mark(unrealized: 5);

        Assert.Equal((0, 0m), ((await scene.SettleAsync())!.OpenPositions, (await scene.SettleAsync())!.Balance.UnrealizedPnl));
        Assert.Empty(scene.Events.Named("position_updated"));
    }

    [Fact]
    public async Task Drawdown_is_the_deepest_fall_of_the_samples_and_of_this_moment()
    {
        await using var scene = await Scene.StartedAsync();
        scene.Tell.Sample(1_100);
        scene.Tell.Sample(1_045);
        scene.Tell.Sample(1_090);
        scene.Tell.Balance(1_090);

        // 100 · (1,100 - 1,045) / 1,100 = 5.
        Assert.Equal(5m, (await scene.SettleAsync())!.MaxDrawdownPct);

        // A loss of this moment counts although it was not sampled: 100 · (1,100 - 990) / 1,100 = 10.
        scene.Tell.Position(PositionChange.Opened, unrealized: -100);
        Assert.Equal(10m, (await scene.SettleAsync())!.MaxDrawdownPct);
        Assert.Equal(10m, (await scene.Session.GetPerformanceAsync(window: null)).Value!.Equity.MaxDrawdown!.Value.Pct);
        scene.Tell.Mark(unrealized: 0);
        Assert.Equal(5m, (await scene.SettleAsync())!.MaxDrawdownPct);
    }

    [Fact]
    public async Task Orders_are_the_last_fifty_newest_first_as_they_stand_now()
    {
        await using var scene = await Scene.StartedAsync();
        for (var id = 1; id <= 60; id++)
            scene.Tell.Order(id, OrderStatus.Pending);
        scene.Tell.Order(60, OrderStatus.Filled);
        scene.Tell.Order(1, OrderStatus.Cancelled, "replaced");

        var snapshot = (await scene.Session.SnapshotAsync())!;
        Assert.Equal(Enumerable.Range(11, 50).Reverse().Select(Script.IdOf), snapshot.Orders.Select(o => o.OrderId));
        Assert.Equal(OrderStatus.Filled, snapshot.Orders[0].Status);
        Assert.Equal(60, snapshot.Session.Orders);
    }

    [Fact]
    public async Task Each_change_of_an_order_has_the_event_of_its_status()
    {
        await using var scene = await Scene.StartedAsync();
        scene.Tell.Order(1, OrderStatus.Pending);
        scene.Tell.Order(1, OrderStatus.Pending);
        scene.Tell.Order(1, OrderStatus.Open);
        scene.Tell.Order(1, OrderStatus.Partial);
        scene.Tell.Order(1, OrderStatus.Filled);
        scene.Tell.Order(2, OrderStatus.Rejected, "stale_market");
        scene.Tell.Order(3, OrderStatus.Cancelled, "insufficient_margin");
        await scene.SettleAsync();

        Assert.Equal(
            ["order_created", "order_updated", "order_updated", "order_updated", "order_filled", "order_rejected", "order_cancelled"],
            scene.Events.All.Select(e => e.Name).Where(n => n.StartsWith("order_", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Lossless_events_are_numbered_without_gaps_and_the_others_not_at_all()
    {
        await using var scene = await Scene.StartedAsync();
        scene.Tell.Signal(1, Section.S1, SignalStatus.Pending);
        scene.Tell.Step(StrategyState.Monitoring, StrategyState.SignalDetected, "S1");
        scene.Tell.Order(10, OrderStatus.Pending);
        scene.Tell.Position(PositionChange.Opened);
        scene.Tell.Balance(999);
        scene.Tell.Mark(1);
        scene.Tell.Position(PositionChange.Updated);
        scene.Tell.Alert("margin");
        scene.Tell.Position(PositionChange.Closed);
        await scene.BeatAsync(2);

        Assert.Equal(
            ["session_status", "signal_generated", "strategy_state_changed", "order_created", "position_opened", "risk_alert", "position_closed"],
            scene.Events.Numbered.Select(e => e.Name));
        Assert.Equal(Enumerable.Range(1, 7).Select(n => (long?)n), scene.Events.Numbered.Select(e => e.Sequence));
        var conflated = scene.Events.All.Where(e => e.Sequence is null).ToList();
        Assert.Equal(
            ["balance_updated", "indicator_updated", "performance_updated", "position_updated"],
            conflated.Select(e => e.Name).Distinct().Order(StringComparer.Ordinal));
        Assert.All(conflated, e => Assert.NotNull(e.ConflationKey));
    }

    [Fact]
    public async Task Events_after_a_snapshot_go_on_from_its_sequence()
    {
        await using var scene = await Scene.StartedAsync();
        scene.Tell.Order(1, OrderStatus.Pending);
        scene.Tell.Alert("one");

        var snapshot = (await scene.Session.SnapshotAsync())!;
        scene.Tell.Order(2, OrderStatus.Pending);
        await scene.SettleAsync();

        Assert.Equal(3, snapshot.Sequence);
        Assert.Single(snapshot.Orders);
        Assert.Equal(snapshot.Sequence + 1, scene.Events.Numbered[^1].Sequence);
        Assert.Equal(Script.IdOf(2), ((OrderSnapshot)scene.Events.Numbered[^1].Data).OrderId);
    }

    [Fact]
    public async Task Numbers_for_the_eye_are_not_made_while_nobody_looks()
    {
        await using var scene = await Scene.StartedAsync();
        scene.Events.IsAnybodyThere = false;
        await scene.BeatAsync(3);
        Assert.Empty(scene.Events.Named("performance_updated"));

        scene.Events.IsAnybodyThere = true;
        await scene.BeatAsync();
        Assert.Single(scene.Events.Named("performance_updated"));
        Assert.Single(scene.Events.Named("indicator_updated"));
    }

    [Fact]
    public async Task The_last_numbers_of_a_session_are_shown_after_its_end()
    {
        await using var scene = await Scene.StartedAsync();
        scene.Tell.Balance(1_010);
        scene.Tell.Status(SessionStatus.Stopped);
        await scene.BeatAsync(5);

        var shown = scene.Events.Named("performance_updated");
        Assert.Equal(10m, ((Grains.Performance.PerformanceView)shown[^1].Data).TotalPnl);
        Assert.InRange(shown.Count, 1, 2);
    }
}
