using Draizer.Domain.Commands;
using Draizer.Domain.Sessions;
using Draizer.Grains.Sessions;
using Draizer.Grains.Tests.Fakes;

namespace Draizer.Grains.Tests.Sessions;

public sealed class LifeCycleTests
{
    [Fact]
    public async Task Starting_saves_the_session_before_the_core_hears_of_it_and_tells_it_runs()
    {
        await using var scene = new Scene();
        SessionStatus? savedBefore = null;
        scene.Core.Answer = _ =>
        {
            savedBefore = scene.Store[Scene.Id].Status;
            return Task.FromResult(CommandResult.Done);
        };

        var reply = await scene.Session.StartAsync(Scene.Request());
        scene.Tell.Status(SessionStatus.Running);
        await scene.SettleAsync();

        Assert.True(reply.IsDone);
        Assert.Equal(SessionStatus.Running, reply.Value!.Status);
        Assert.Equal(SessionStatus.Starting, savedBefore);
        Assert.Equal(SessionStatus.Running, scene.Store[Scene.Id].Status);
        Assert.Equal("key", scene.Store[Scene.Id].IdempotencyKey);
        Assert.Equal(1_000, reply.Value.Balance.Equity);
        Assert.Equal([new SessionInstrument("sim", "BTC_USDT", Domain.Markets.MarketType.Futures)], reply.Value.Instruments);
        Assert.Equal(Scene.Definition.DocumentJson, reply.Value.Strategies["fade"]);
        var told = Assert.Single(scene.Events.Named("session_status"));
        Assert.Equal(SessionStatus.Running, ((SessionView)told.Data).Status);
    }

    [Fact]
    public async Task The_core_gets_instruments_and_strategies_in_the_order_it_evaluates_them()
    {
        await using var scene = new Scene();
        var request = Scene.Request() with
        {
            Instruments = [1, 0],
            Definitions = [Scene.Definition with { Name = "b" }, Scene.Definition with { Name = "a" }],
        };

        await scene.Session.StartAsync(request);

        var spec = Assert.IsType<StartSession>(Assert.Single(scene.Core.Commands)).Spec;
        Assert.Equal([0, 1], spec.Instruments);
        Assert.Equal(["a", "b"], spec.Strategies.Select(s => s.Name));
        Assert.Equal(1_800, spec.WarmUpSeconds);
    }

    [Fact]
    public async Task A_start_that_the_core_refuses_leaves_an_error_with_the_reason()
    {
        await using var scene = new Scene();
        scene.Core.Answer = _ => Task.FromResult(new CommandResult("internal_error", "The core is full."));

        var reply = await scene.Session.StartAsync(Scene.Request());

        Assert.Equal(("internal_error", "The core is full."), (reply.RefusalCode, reply.Detail));
        Assert.Equal((SessionStatus.Error, "internal_error"), (scene.Store[Scene.Id].Status, scene.Store[Scene.Id].StatusReason));
        Assert.Equal(SessionStatus.Error, (await scene.SettleAsync())!.Status);
    }

    [Fact]
    public async Task A_start_that_breaks_fails_the_caller_and_leaves_an_error()
    {
        await using var scene = new Scene();
        scene.Core.Answer = _ => throw new InvalidOperationException("The engine is off.");

        await Assert.ThrowsAsync<InvalidOperationException>(() => scene.Session.StartAsync(Scene.Request()));

        Assert.Equal((SessionStatus.Error, "internal_error"), (scene.Store[Scene.Id].Status, scene.Store[Scene.Id].StatusReason));
        Assert.Single(scene.Errors);
    }

    [Fact]
    public async Task A_second_start_of_the_same_session_is_refused()
    {
        await using var scene = await Scene.StartedAsync();

        Assert.Equal("session_exists", (await scene.Session.StartAsync(Scene.Request())).RefusalCode);
        Assert.Single(scene.Core.Commands);
    }

    [Fact]
    public async Task A_request_for_another_session_is_a_bug()
    {
        await using var scene = new Scene();
        await Assert.ThrowsAsync<ArgumentException>(() => scene.Session.StartAsync(Scene.Request("other")));
    }

    [Fact]
    public async Task Pausing_and_resuming_twice_changes_nothing_more()
    {
        await using var scene = await Scene.StartedAsync();

        Assert.Equal(SessionStatus.Paused, (await scene.Session.PauseAsync()).Value!.Status);
        scene.Tell.Status(SessionStatus.Paused);
        Assert.Equal(SessionStatus.Paused, (await scene.Session.PauseAsync()).Value!.Status);
        Assert.Equal(SessionStatus.Running, (await scene.Session.ResumeAsync()).Value!.Status);
        scene.Tell.Status(SessionStatus.Running);
        Assert.Equal(SessionStatus.Running, (await scene.Session.ResumeAsync()).Value!.Status);

        var told = scene.Events.Named("session_status").Select(e => ((SessionView)e.Data).Status);
        Assert.Equal([SessionStatus.Running, SessionStatus.Paused, SessionStatus.Running], told);
    }

    [Fact]
    public async Task A_refusal_of_the_core_is_passed_on_and_changes_nothing()
    {
        await using var scene = await Scene.StartedAsync();
        scene.Core.Answer = _ => Task.FromResult(new CommandResult("no_position", "Nothing is open."));

        var reply = await scene.Session.ClosePositionAsync(0, quantity: 0.001m);
        var paused = await scene.Session.PauseAsync();

        Assert.Equal(("no_position", "Nothing is open."), (reply.RefusalCode, reply.Detail));
        Assert.Equal("no_position", paused.RefusalCode);
        Assert.Contains(new ClosePosition(Scene.Id, 0, 0.001m), scene.Core.Commands);
        Assert.Equal(SessionStatus.Running, (await scene.SettleAsync())!.Status);
    }

    [Fact]
    public async Task Closing_a_position_answers_the_order()
    {
        await using var scene = await Scene.StartedAsync();
        scene.Core.Answer = _ => Task.FromResult(CommandResult.Done with { OrderId = "a-b-1" });

        Assert.Equal("a-b-1", (await scene.Session.ClosePositionAsync(0, quantity: null)).Value);
    }

    [Fact]
    public async Task A_command_that_breaks_fails_its_caller_and_the_session_goes_on()
    {
        await using var scene = await Scene.StartedAsync();
        scene.Core.Answer = _ => throw new InvalidOperationException("The engine is off.");

        await Assert.ThrowsAsync<InvalidOperationException>(() => scene.Session.PauseAsync());

        Assert.Equal(Scene.Id, Assert.Single(scene.Errors).SessionId);
        Assert.Equal(SessionStatus.Running, (await scene.SettleAsync())!.Status);
    }

    [Fact]
    public async Task Stopping_ends_when_the_core_says_so_and_the_core_may_then_forget_it()
    {
        await using var scene = await Scene.StartedAsync();

        Assert.Equal(SessionStatus.Stopping, (await scene.Session.StopAsync(closePositions: true)).Value!.Status);
        scene.Tell.Status(SessionStatus.Stopping, "close_positions");
        Assert.Equal("close_positions", (await scene.SettleAsync())!.StatusReason);

        scene.Time.Advance(TimeSpan.FromMilliseconds(500));
        scene.Tell.Status(SessionStatus.Stopped);
        var stopped = (await scene.SettleAsync())!;
        Assert.Equal((SessionStatus.Stopped, null, scene.Time.NowUs), (stopped.Status, stopped.StatusReason, stopped.StoppedUs));
        Assert.Equal(SessionStatus.Stopped, scene.Store[Scene.Id].Status);

        // The beat half a second later is too early: the strategies have not had their last reports.
        scene.Time.Advance(TimeSpan.FromMilliseconds(500));
        await scene.SettleAsync();
        Assert.DoesNotContain(new ReleaseSession(Scene.Id), scene.Core.Commands);
        await scene.BeatAsync(3);
        Assert.Single(scene.Core.Commands, new ReleaseSession(Scene.Id));

        var again = await scene.Session.StopAsync(closePositions: true);
        Assert.Equal((true, SessionStatus.Stopped), (again.IsDone, again.Value!.Status));
        Assert.Single(scene.Core.Commands.OfType<StopSession>());
    }

    [Fact]
    public async Task A_release_that_breaks_is_tried_again_on_the_next_beat()
    {
        await using var scene = await Scene.StartedAsync();
        scene.Tell.Status(SessionStatus.Error, "execution_error");
        await scene.SettleAsync();
        scene.Core.Answer = _ => throw new InvalidOperationException("Not now.");
        await scene.BeatAsync();
        scene.Core.Answer = _ => Task.FromResult(CommandResult.Done);
        await scene.BeatAsync(3);

        Assert.Equal(2, scene.Core.Commands.OfType<ReleaseSession>().Count());
        Assert.Single(scene.Errors);
    }

    [Fact]
    public async Task An_ended_session_takes_no_commands_and_stays_ended()
    {
        await using var scene = await Scene.StartedAsync();
        scene.Tell.Status(SessionStatus.Error, "execution_error");
        scene.Tell.Status(SessionStatus.Running);

        Assert.Equal("session_not_running", (await scene.Session.PauseAsync()).RefusalCode);
        Assert.Equal("session_not_running", (await scene.Session.ResumeAsync()).RefusalCode);
        Assert.Equal("session_not_running", (await scene.Session.ClosePositionAsync(0, quantity: null)).RefusalCode);
        var view = (await scene.SettleAsync())!;
        Assert.Equal((SessionStatus.Error, "execution_error"), (view.Status, view.StatusReason));
    }
}
