using System.Text.Json;
using Draizer.Domain.Orders;
using Draizer.Domain.Outputs;
using Draizer.Domain.Sessions;
using Draizer.Domain.Signals;
using Draizer.Grains.Performance;
using Draizer.Grains.Sessions;
using Draizer.Grains.Tests.Fakes;
using Draizer.Trading.Ports;

namespace Draizer.Grains.Tests.Sessions;

public sealed class PersistenceTests
{
    [Fact]
    public async Task Numbers_are_saved_at_most_every_five_seconds()
    {
        await using var scene = await Scene.StartedAsync();
        var before = scene.Store.Saves.Count;

        for (var second = 1; second <= 12; second++)
        {
            scene.Tell.Balance(1_000 + second);
            await scene.BeatAsync();
        }

        // Saved at the start (0 s), then at 5 s and 10 s, each with the balance of then.
        Assert.Equal([1_005m, 1_010m], scene.Store.Saves.Skip(before).Select(r => r.Balance.Wallet));
    }

    [Fact]
    public async Task A_session_in_which_nothing_happens_is_not_saved_again()
    {
        await using var scene = await Scene.StartedAsync();
        var before = scene.Store.Saves.Count;

        await scene.BeatAsync(30);

        Assert.Equal(before, scene.Store.Saves.Count);
    }

    [Fact]
    public async Task A_store_that_fails_and_heals_gets_the_state_of_then()
    {
        await using var scene = await Scene.StartedAsync();
        scene.Store.IsFailing = true;
        scene.Tell.Status(SessionStatus.Paused);
        await scene.BeatAsync(2);
        Assert.Equal(3, scene.Errors.Count(e => e is { SessionId: Scene.Id, Error: IOException }));
        Assert.Equal(SessionStatus.Running, scene.Store[Scene.Id].Status);

        scene.Tell.Balance(1_234);
        scene.Store.IsFailing = false;
        await scene.BeatAsync();

        Assert.Equal((SessionStatus.Paused, 1_234m), (scene.Store[Scene.Id].Status, scene.Store[Scene.Id].Balance.Wallet));
        Assert.Equal(3, scene.Errors.Count);
    }

    [Fact(Timeout = 30_000)]
    public async Task A_store_that_hangs_holds_the_session_up_for_its_time_out_only_and_never_lands_old_on_new()
    {
        await using var scene = await Scene.StartedAsync();
        var gate = new TaskCompletionSource();
        scene.Store.Gate = gate.Task;
        var begun = scene.Store.SavesBegun;
        scene.Tell.Status(SessionStatus.Paused);
        var waiting = scene.SettleAsync();
        while (scene.Time.TimerCount < 2)
            await Task.Yield();
        scene.Time.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(SessionStatus.Paused, (await waiting)!.Status);
        Assert.Contains(scene.Errors, e => e.Error is TimeoutException);

        scene.Tell.Balance(1_500);
        await scene.BeatAsync(10);
        scene.Store.Gate = Task.CompletedTask;
        gate.SetResult();
        Assert.Equal(begun + 1, scene.Store.SavesBegun);
        Assert.Equal((SessionStatus.Paused, 1_000m), (scene.Store[Scene.Id].Status, scene.Store[Scene.Id].Balance.Wallet));
        await scene.BeatAsync();

        Assert.Equal(1_500, scene.Store[Scene.Id].Balance.Wallet);
    }

    [Fact]
    public async Task An_ended_session_loaded_from_storage_shows_the_same_as_before()
    {
        var first = await Scene.StartedAsync();
        foreach (var equity in new[] { 1_000m, 1_040m, 1_010m })
        {
            first.Tell.Sample(equity);
            await first.BeatAsync(60);
        }

        first.Store.Orders.Add(Stored(first.Tell.Order(10, OrderStatus.Filled)));
        first.Store.Signals.Add(Stored(first.Tell.Signal(1, Section.S1, SignalStatus.Executed)));
        var trips = new[] { first.Tell.Trip(20, fees: 1, id: 1), first.Tell.Trip(-8, fees: 1, id: 2) };
        first.Tell.Balance(1_010, realized: 12, fees: 2);
        first.Tell.Sample(1_010);
        first.Tell.Status(SessionStatus.Stopped);
        var view = (await first.SettleAsync())!;
        var performance = (await first.Session.GetPerformanceAsync(window: null)).Value!;
        await first.DisposeAsync();

        first.Store.Trips.AddRange(trips.Select(t => (Scene.Id, t)));
        first.Store.Equity.AddRange(performance.Curve.Select(p => (Scene.Id, p)));
        await using var second = new Scene(first.Store);

        Assert.Equal(Json(view), Json((await second.SettleAsync())!));
        Assert.Equal((2, 1, 1, 50m), (view.Trades, view.Wins, view.Losses, view.WinRate));
        Assert.Equal(10m, view.TotalPnl);

        var again = (await second.Session.GetPerformanceAsync(window: null)).Value!;
        Assert.Equal(Json(performance), Json(again));
        Assert.Equal(view.MaxDrawdownPct, again.Equity.MaxDrawdown!.Value.Pct);

        var snapshot = (await second.Session.SnapshotAsync())!;
        Assert.Equal(Script.IdOf(10), Assert.Single(snapshot.Orders).OrderId);
        Assert.Equal(Script.IdOf(1), Assert.Single(snapshot.Signals).SignalId);
        Assert.Empty(snapshot.StrategyStates);
    }

    [Fact]
    public async Task A_symbol_that_the_catalogue_no_longer_has_is_still_named()
    {
        var store = new MemoryStore();
        store.Put(Records.Of(Scene.Id, SessionStatus.Stopped));
        await using var scene = new Scene(store);

        Assert.Equal(new SessionInstrument("gone", "OLD_USDT", MarketType: null), (await scene.SettleAsync())!.Instruments[1]);
    }

    private static Stored<T> Stored<T>(T value) => new(Scene.Id, new Stamp(1, 1, 0), value);

    private static string Json(SessionView view) => JsonSerializer.Serialize(view);

    private static string Json(PerformanceView view) => JsonSerializer.Serialize(view);
}
