using Draizer.Domain.Commands;
using Draizer.Domain.Outputs;
using Draizer.Domain.Sessions;
using Draizer.Grains.Hosting;
using Draizer.Grains.Tests.Fakes;

namespace Draizer.Grains.Tests.Hosting;

public sealed class SessionHostTests
{
    [Fact]
    public async Task A_reference_loads_nothing_and_the_first_message_loads_once()
    {
        await using var scene = new Scene();
        var session = scene.Session;
        Assert.Equal(0, scene.Store.Finds);
        Assert.Empty(scene.Host.ActiveIds);

        await Task.WhenAll(session.GetAsync(), session.GetAsync(), scene.Host.Get(Scene.Id).GetAsync());

        Assert.Equal(1, scene.Store.Finds);
        Assert.Equal([Scene.Id], scene.Host.ActiveIds);
    }

    [Fact]
    public async Task A_session_that_does_not_exist_answers_so()
    {
        await using var scene = new Scene();

        Assert.Null(await scene.Session.GetAsync());
        Assert.Null(await scene.Session.SnapshotAsync());
        Assert.Equal("unknown_session", (await scene.Session.StopAsync(closePositions: true)).RefusalCode);
        Assert.Equal("unknown_session", (await scene.Session.PauseAsync()).RefusalCode);
        Assert.Equal("unknown_session", (await scene.Session.ResumeAsync()).RefusalCode);
        Assert.Equal("unknown_session", (await scene.Session.ClosePositionAsync(0, quantity: null)).RefusalCode);
        Assert.Equal("unknown_session", (await scene.Session.GetPositionsAsync()).RefusalCode);
        Assert.Equal("unknown_session", (await scene.Session.GetStrategyStatesAsync()).RefusalCode);
        Assert.Equal("unknown_session", (await scene.Session.GetPerformanceAsync(window: null)).RefusalCode);
        Assert.Empty(scene.Core.Commands);
    }

    [Fact]
    public async Task Outputs_of_unknown_sessions_are_let_go()
    {
        await using var scene = new Scene();

        scene.Host.Deliver(new SessionStatusChanged(new Stamp(1, 1, 0), "nobody", SessionStatus.Running, Reason: null));
        scene.Host.Deliver(new CommandAnswered(new Stamp(1, 1, 1), Scene.Id, 7, CommandResult.Done));

        Assert.Empty(scene.Host.ActiveIds);
        Assert.Empty(scene.Errors);
    }

    [Fact]
    public async Task Delivering_does_not_wait_for_a_session_that_is_busy()
    {
        await using var scene = await Scene.StartedAsync();
        var answer = new TaskCompletionSource<CommandResult>();
        scene.Core.Answer = _ => answer.Task;
        var pausing = scene.Session.PauseAsync();

        for (var i = 0; i < 1_000; i++)
            scene.Tell.Balance(1_000 + i);
        Assert.False(pausing.IsCompleted);
        answer.SetResult(CommandResult.Done);
        await pausing;

        Assert.Equal(1_999, (await scene.SettleAsync())!.Balance.Wallet);
    }

    [Fact]
    public async Task Delivering_costs_the_publisher_little_more_than_a_place_in_the_queue()
    {
        await using var scene = await Scene.StartedAsync();
        var answer = new TaskCompletionSource<CommandResult>();
        scene.Core.Answer = _ => answer.Task;
        var pausing = scene.Session.PauseAsync();
        var output = new AlertRaised(new Stamp(1, 1, 0), Scene.Id, AlertSeverity.Info, "code", "text", Instrument: null);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 10_000; i++)
            scene.Host.Deliver(output);
        var bytesEach = (GC.GetAllocatedBytesForCurrentThread() - before) / 10_000;

        Assert.InRange(bytesEach, 0, 64);
        answer.SetResult(CommandResult.Done);
        await pausing;
        Assert.Equal(10_001, (await scene.Session.SnapshotAsync())!.Sequence);
    }

    [Fact]
    public async Task A_failing_store_fails_the_caller_and_the_session_is_there_once_it_heals()
    {
        await using var scene = new Scene();
        scene.Store.IsFailing = true;
        await Assert.ThrowsAsync<IOException>(() => scene.Session.StartAsync(Scene.Request()));
        Assert.IsType<IOException>(Assert.Single(scene.Errors).Error);

        scene.Store.IsFailing = false;
        Assert.True((await scene.Session.StartAsync(Scene.Request())).IsDone);
    }

    [Fact]
    public async Task Sessions_that_outlived_their_process_are_marked_interrupted_with_their_numbers_kept()
    {
        var store = new MemoryStore();
        foreach (var status in Enum.GetValues<SessionStatus>())
            store.Put(Records.Of($"was-{status}", status));
        await using var scene = new Scene(store);

        var interrupted = await scene.Host.RecoverAsync(CancellationToken.None);

        Assert.Equal(["was-Paused", "was-Running", "was-Starting", "was-Stopping"], interrupted.Order(StringComparer.Ordinal));
        foreach (var id in interrupted)
        {
            var before = Records.Of(id, SessionStatus.Error);
            var after = store[id];
            Assert.Equal(SessionStatus.Error, after.Status);
            Assert.Equal("interrupted", after.StatusReason);
            Assert.Equal(before.UpdatedUs, after.StoppedUs);
            Assert.Equal((before.Balance, before.Trades, before.OpenPositions), (after.Balance, after.Trades, after.OpenPositions));
        }

        Assert.Equal(SessionStatus.Stopped, store["was-Stopped"].Status);
        Assert.Null(store["was-Error"].StatusReason);
        Assert.Empty(scene.Core.Commands);
    }

    [Fact]
    public async Task Recovery_leaves_alone_what_this_process_runs()
    {
        await using var scene = await Scene.StartedAsync();

        Assert.Empty(await scene.Host.RecoverAsync(CancellationToken.None));
        Assert.Equal(SessionStatus.Running, (await scene.SettleAsync())!.Status);
    }

    [Fact]
    public async Task Shutting_down_stops_live_sessions_and_waits_for_their_end()
    {
        await using var scene = await Scene.StartedAsync();
        scene.Core.Answer = command =>
        {
            if (command is StopSession)
            {
                scene.Tell.Status(SessionStatus.Stopping, "close_positions");
                scene.Tell.Balance(1_010);
                scene.Tell.Status(SessionStatus.Stopped);
            }

            return Task.FromResult(CommandResult.Done);
        };

        Assert.Empty(await scene.Host.StopAllAsync());

        Assert.Contains(new StopSession(Scene.Id, ClosePositions: true), scene.Core.Commands);
        Assert.Equal(SessionStatus.Stopped, scene.Store[Scene.Id].Status);
        Assert.Equal("engine_stopped", scene.Store[Scene.Id].StatusReason);
        Assert.Equal(1_010, scene.Store[Scene.Id].Balance.Wallet);
    }

    [Fact]
    public async Task Shutting_down_names_the_session_that_did_not_end_in_time()
    {
        await using var scene = await Scene.StartedAsync(new SessionHostOptions { StopTimeout = TimeSpan.FromSeconds(3) });

        var stopping = scene.Host.StopAllAsync();
        Assert.False(stopping.IsCompleted);
        scene.Time.Advance(TimeSpan.FromSeconds(3));

        Assert.Equal([Scene.Id], await stopping);
        Assert.Contains(scene.Errors, e => e is { SessionId: Scene.Id, Error: TimeoutException });
    }

    [Fact]
    public async Task Disposing_handles_what_is_queued_saves_it_and_takes_no_more()
    {
        var scene = await Scene.StartedAsync();
        for (var i = 1; i <= 100; i++)
            scene.Tell.Balance(1_000 + i);

        await scene.DisposeAsync();

        Assert.Equal(1_100, scene.Store[Scene.Id].Balance.Wallet);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => scene.Session.GetAsync());
    }
}
