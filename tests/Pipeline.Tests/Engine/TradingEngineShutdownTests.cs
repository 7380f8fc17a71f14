using Draizer.Domain.Commands;
using Draizer.Pipeline.Engine;
using Draizer.Pipeline.Ring;
using Draizer.Pipeline.Threads;
using static Draizer.Pipeline.Tests.Engine.Bench;

namespace Draizer.Pipeline.Tests.Engine;

public sealed class TradingEngineShutdownTests
{
    private readonly HandClock _clock = new();
    private readonly List<Exception> _errors = [];
    private readonly Listener _listener = new();

    [Fact]
    public async Task Before_the_start_there_is_nothing_to_wait_for()
    {
        var engine = NewEngine();

        await EndAsync(engine);

        Assert.Throws<ObjectDisposedException>(engine.Start);
    }

    [Fact]
    public async Task Before_going_live_all_of_the_history_is_published_first()
    {
        var engine = Started(new EngineOptions { RingSlots = 8, IngressSlots = 8 });
        for (var i = 1; i <= 1_000; i++)
            engine.FeedHistory(Trade(0), StartUs + i, isStored: false);

        await EndAsync(engine);

        Assert.Equal(1_000, _listener.Ticks.Count);
        Assert.Throws<ObjectDisposedException>(engine.GoLive);
    }

    [Fact]
    public async Task Twice_is_once_and_both_wait_for_the_end()
    {
        var engine = Started();
        engine.GoLive();
        engine.OnMarketEvent(Trade(0));

        await Task.WhenAll(EndAsync(engine), EndAsync(engine));

        Assert.Single(_listener.Ticks);
        Assert.False(_clock.HasTimer);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(64)]
    public async Task While_venues_push_everything_that_was_taken_is_published(int slots)
    {
        var engine = Started(new EngineOptions { RingSlots = slots, IngressSlots = slots });
        engine.GoLive();
        var pushed = 0L;
        var goesOn = true;
        var venues = Enumerable.Range(0, 2).Select(i => new StageThread($"venue {i}", () =>
        {
            while (Volatile.Read(ref goesOn))
            {
                engine.OnMarketEvent(Trade(i));
                Interlocked.Increment(ref pushed);
            }
        })).ToArray();
        foreach (var venue in venues)
            venue.Start();
        Assert.True(SpinWait.SpinUntil(() => Volatile.Read(ref pushed) > 500, Patience));

        await EndAsync(engine);
        Volatile.Write(ref goesOn, false);
        Assert.All(venues, venue => Assert.True(venue.Join(Patience)));

        // All but the boot.
        Assert.Equal(engine.Status().Sequence, _listener.Ticks.Count);
        Assert.True(_listener.Ticks.Count > 500);
        Assert.Equal((0, 0), (engine.Status().RingDepth, engine.Status().IngressDepth));
        Assert.Empty(_errors);
    }

    [Fact]
    public async Task Commands_that_will_not_be_answered_fail()
    {
        var engine = Started();
        var early = engine.SubmitAsync(new PauseSession("a"), CancellationToken.None);

        await EndAsync(engine);
        var late = engine.SubmitAsync(new PauseSession("a"), CancellationToken.None);

        await Assert.ThrowsAsync<InvalidOperationException>(() => early.WaitAsync(Patience));
        await Assert.ThrowsAsync<InvalidOperationException>(() => late.WaitAsync(Patience));
    }

    [Fact]
    public async Task Commands_already_taken_are_carried_out_and_answered()
    {
        var engine = Started();
        engine.GoLive();
        var commands = Enumerable.Range(0, 50).Select(i => new StartSession(Session($"s{i}")));
        var answers = commands.Select(command => engine.SubmitAsync(command, CancellationToken.None)).ToArray();

        await EndAsync(engine);

        Assert.All(await Task.WhenAll(answers).WaitAsync(Patience), answer => Assert.True(answer.IsDone));
    }

    [Fact]
    public async Task A_listener_that_never_returns_is_left_behind_when_the_time_is_over()
    {
        using var release = new ManualResetEventSlim();
        var engine = NewEngine(new EngineOptions { RingSlots = 4, IngressSlots = 4, DrainTimeout = TimeSpan.FromMilliseconds(50) });
        var listener = new Listener { HoldsUntil = release };
        engine.Attach(listener);
        engine.Start();
        engine.GoLive();
        var venue = new StageThread("venue", () =>
        {
            for (var i = 0; i < 100; i++)
                engine.OnMarketEvent(Trade(0));
        });
        venue.Start();

        Assert.True(listener.Holds.Wait(Patience), "The publisher must have met the listener.");

        await EndAsync(engine);

        Assert.IsType<TimeoutException>(Assert.Single(_errors));
        Assert.True(venue.Join(Patience), "A venue that found no room must be let go.");
        release.Set();
    }

    private static Task EndAsync(TradingEngine engine) => engine.DisposeAsync().AsTask().WaitAsync(Patience);

    private TradingEngine NewEngine(EngineOptions? options = null) =>
        new(Catalogue, options ?? new EngineOptions(), new ReportAndGoOn((_, _, error) => _errors.Add(error)), _clock);

    private TradingEngine Started(EngineOptions? options = null)
    {
        var engine = NewEngine(options);
        engine.Attach(_listener);
        engine.Start();
        return engine;
    }
}
