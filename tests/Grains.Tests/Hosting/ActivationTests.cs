using System.Threading.Channels;
using Draizer.Domain.Markets;
using Draizer.Domain.Sessions;
using Draizer.Grains.Hosting;
using Draizer.Grains.Sessions;
using Draizer.Grains.Tests.Fakes;

namespace Draizer.Grains.Tests.Hosting;

public sealed class ActivationTests : IAsyncDisposable
{
    private readonly FakeTime _time = new();
    private readonly MemoryStore _store = new();
    private readonly Channel<Exception> _failures = Channel.CreateUnbounded<Exception>();
    private readonly TaskCompletionSource _putAway = new(TaskCreationOptions.RunContinuationsAsynchronously);

    [Fact]
    public async Task An_ended_session_is_put_away_once_it_was_idle_for_long_enough()
    {
        _store.Put(Records.Of(Scene.Id, SessionStatus.Stopped));
        var activation = Activate();
        await AskAsync(activation);

        _time.Advance(TimeSpan.FromMinutes(4));
        activation.Beat();
        await AskAsync(activation);
        Assert.False(_putAway.Task.IsCompleted);

        _time.Advance(TimeSpan.FromMinutes(5));
        activation.Beat();
        await _putAway.Task;
        Assert.False(activation.TryAsk(new GetMessage(), out _));
    }

    [Fact]
    public async Task A_live_session_is_never_put_away()
    {
        var activation = Activate();
        activation.TryAsk(new StartMessage(Scene.Request()), out var started);
        await started;

        for (var day = 0; day < 3; day++)
        {
            _time.Advance(TimeSpan.FromDays(1));
            activation.Beat();
            await AskAsync(activation);
        }

        Assert.False(_putAway.Task.IsCompleted);
    }

    [Fact]
    public async Task A_session_that_does_not_exist_is_put_away_with_the_next_beat()
    {
        var activation = Activate();
        Assert.Null(await AskAsync(activation));

        activation.Beat();
        await _putAway.Task;
    }

    [Fact(Timeout = 30_000)]
    public async Task An_ended_session_with_unsaved_numbers_is_kept_until_they_are_saved()
    {
        _store.Put(Records.Of(Scene.Id, SessionStatus.Running));
        var activation = Activate(new SessionHostOptions { IdleTime = TimeSpan.Zero });
        _store.Gate = Task.FromException(new IOException("full"));
        await AskAsync(activation);
        await _failures.Reader.ReadAsync();
        activation.Beat();
        await _failures.Reader.ReadAsync();

        _store.Gate = Task.CompletedTask;
        activation.Beat();
        await _putAway.Task;
        Assert.Equal("interrupted", _store[Scene.Id].StatusReason);
    }

    [Fact(Timeout = 30_000)]
    public async Task No_message_is_lost_while_the_session_is_put_away_again_and_again()
    {
        var store = new MemoryStore();
        store.Put(Records.Of(Scene.Id, SessionStatus.Stopped));
        await using var scene = new Scene(store, new SessionHostOptions { IdleTime = TimeSpan.Zero });

        var callers = Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            for (var i = 0; i < 500; i++)
                Assert.Equal(3, (await scene.Session.GetAsync())!.Trades);
        })).ToList();
        var all = Task.WhenAll(callers);
        while (!all.IsCompleted)
        {
            scene.Time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        await all;
        Assert.Empty(scene.Errors);
    }

    [Fact]
    public async Task A_message_that_comes_while_the_mailbox_closes_finds_the_session_loaded_again()
    {
        var store = new MemoryStore();
        store.Put(Records.Of(Scene.Id, SessionStatus.Stopped));
        await using var scene = new Scene(store);
        await scene.SettleAsync();
        await scene.Host.Activate(Scene.Id).DrainAsync();

        Assert.Equal(3, (await scene.SettleAsync())!.Trades);
        Assert.Equal(2, store.Finds);
    }

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    private Activation Activate(SessionHostOptions? options = null)
    {
        var core = new FakeCore();
        var services = new SessionServices(
            _store, core, core, core, new InstrumentCatalogue([Scene.Btc]), new EventLog(), options ?? new SessionHostOptions(), _time,
            (_, e) => _failures.Writer.TryWrite(e), CancellationToken.None);
        return new Activation(Scene.Id, services, _ => _putAway.TrySetResult());
    }

    private static Task<object?> AskAsync(Activation activation)
    {
        Assert.True(activation.TryAsk(new GetMessage(), out var answer));
        return answer;
    }
}
