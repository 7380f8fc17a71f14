using Draizer.Domain.Commands;
using Draizer.Domain.Orders;
using Draizer.Domain.Outputs;
using Draizer.Pipeline.Engine;
using Draizer.Pipeline.Ring;
using static Draizer.Pipeline.Tests.Engine.Bench;

namespace Draizer.Pipeline.Tests.Engine;

public sealed class TradingEngineTests
{
    private const int NoSuchInstrument = 99;

    private readonly HandClock _clock = new();
    private readonly List<(string Who, long Sequence, Exception Error)> _errors = [];
    private readonly Listener _listener = new();

    [Fact]
    public async Task History_keeps_its_times_and_what_is_live_gets_those_of_its_arrival()
    {
        await using var engine = Started();
        engine.FeedHistory(Trade(0), StartUs - 5_000_000, isStored: true);
        engine.FeedHistory(Trade(0), StartUs - 3_000_000, isStored: false);
        engine.GoLive();
        engine.OnMarketEvent(Trade(1));
        engine.WaitUntilIdle();

        // The stored one is not told again; sequence 2 is the boot.
        Assert.Equal([(1, StartUs - 3_000_000), (3, StartUs)], _listener.Ticks.Select(tick => (tick.Sequence, tick.TimeUs)));
        Assert.Equal(StartUs, engine.Status().CoreTimeUs);
    }

    [Fact]
    public async Task A_command_that_comes_early_waits_for_the_engine_to_go_live()
    {
        await using var engine = Started();
        var answer = engine.SubmitAsync(new StartSession(Session("a")), CancellationToken.None);
        engine.FeedHistory(Trade(0), StartUs - 3_000_000, isStored: false);
        Assert.False(answer.IsCompleted);

        engine.GoLive();

        Assert.True((await answer.WaitAsync(Patience)).IsDone);
        Assert.Equal(StartUs - 3_000_000, _listener.Ticks[0].TimeUs);
    }

    [Fact]
    public async Task Each_second_brings_a_clock_input_to_a_silent_market()
    {
        await using var engine = Started();
        engine.GoLive();
        engine.WaitUntilIdle();
        _clock.NowUs += 1_000_000;

        _clock.Fire();
        engine.WaitUntilIdle();

        Assert.Equal((1, StartUs + 1_000_000), (engine.Status().Sequence, engine.Status().CoreTimeUs));
    }

    [Fact]
    public async Task What_comes_out_of_order_is_refused_by_an_exception()
    {
        await using var engine = NewEngine();
        Assert.Throws<InvalidOperationException>(() => engine.FeedHistory(Trade(0), StartUs, isStored: false));
        Assert.Throws<InvalidOperationException>(engine.GoLive);
        Assert.Throws<InvalidOperationException>(engine.WaitUntilIdle);

        engine.Start();
        Assert.Throws<InvalidOperationException>(engine.Start);
        Assert.Throws<InvalidOperationException>(() => engine.Attach(_listener));
        Assert.Throws<InvalidOperationException>(() => engine.OnMarketEvent(Trade(0)));
        Assert.Throws<ArgumentOutOfRangeException>(() => engine.Replay(Trade(0), timeUs: 0));

        engine.GoLive();
        Assert.Throws<InvalidOperationException>(engine.GoLive);
        Assert.Throws<InvalidOperationException>(() => engine.FeedHistory(Trade(0), StartUs, isStored: false));
    }

    [Fact]
    public async Task An_event_that_every_stage_fails_on_is_told_of_and_those_behind_it_go_through()
    {
        await using var engine = Started();
        engine.ReplayBoot(StartUs);
        engine.Replay(Trade(0, price: 100), StartUs + 1);
        engine.Replay(Trade(NoSuchInstrument), StartUs + 2);
        engine.Replay(Trade(0, price: 101), StartUs + 3);
        engine.WaitUntilIdle();

        lock (_errors)
        {
            var failed = _errors.Where(error => error.Sequence == 2).Select(error => error.Who);
            Assert.Equal(["execution", "indicators", "publish", "strategy"], failed.Order());
        }

        Assert.Equal(4, engine.Status().FailedEvents);
        Assert.Equal(101, engine.Market.Read(0).LastPrice);
        Assert.Equal([1L, 3L], _listener.Ticks.Select(tick => tick.Sequence));
    }

    [Fact]
    public async Task Stages_that_fail_all_the_time_never_lose_step()
    {
        await using var engine = Started(new EngineOptions { RingSlots = 4, IngressSlots = 4 });
        engine.ReplayBoot(StartUs);
        Assert.True((await engine.Replay(new StartSession(Session("a", reportLatencyMs: 0)), StartUs).WaitAsync(Patience)).IsDone);
        for (var i = 1; i <= 500; i++)
            engine.Replay(Trade(i % 2 == 0 ? 0 : NoSuchInstrument), StartUs + i);
        engine.WaitUntilIdle();

        Assert.Equal(4 * 250, engine.Status().FailedEvents);
        Assert.Equal(250, _listener.Ticks.Count);
    }

    [Fact]
    public async Task A_command_that_the_core_fails_on_is_answered_all_the_same()
    {
        await using var engine = Started();
        engine.GoLive();
        await engine.SubmitAsync(new StartSession(Session("a")), CancellationToken.None).WaitAsync(Patience);

        var answer = await engine.SubmitAsync(new UnheardOf("a"), CancellationToken.None).WaitAsync(Patience);

        Assert.Equal(RefusalCode.InternalError, answer.RefusalCode);
    }

    [Fact]
    public async Task A_listener_that_throws_is_counted_and_keeps_nothing_from_the_others()
    {
        await using var engine = NewEngine();
        engine.Attach(new Listener { Throws = new InvalidOperationException("deaf") });
        engine.Attach(_listener);
        engine.Start();
        engine.GoLive();
        engine.OnMarketEvent(Trade(0));
        var answer = await engine.SubmitAsync(new StartSession(Session("a")), CancellationToken.None).WaitAsync(Patience);
        engine.WaitUntilIdle();

        Assert.True(answer.IsDone);
        Assert.Contains(_listener.Outputs, output => output is CommandAnswered);
        Assert.Single(_listener.Ticks);
        Assert.Equal(_listener.Outputs.Count + 1, engine.Status().FailedDeliveries);
        Assert.Equal(0, engine.Status().FailedEvents);
        lock (_errors)
            Assert.All(_errors, error => Assert.Equal("listener", error.Who));
    }

    [Fact]
    public async Task An_error_policy_that_throws_stops_nothing()
    {
        await using var engine = new TradingEngine(
            Catalogue, new EngineOptions(), new ReportAndGoOn((_, _, _) => throw new InvalidOperationException("deaf")), _clock);
        engine.Attach(new Listener { Throws = new InvalidOperationException("deaf") });
        engine.Attach(_listener);
        engine.Start();
        engine.ReplayBoot(StartUs);
        engine.Replay(Trade(NoSuchInstrument), StartUs);
        engine.Replay(Trade(0), StartUs);
        engine.WaitUntilIdle();

        Assert.Single(_listener.Ticks);
        Assert.Equal((4, 1), (engine.Status().FailedEvents, engine.Status().FailedDeliveries));
    }

    private TradingEngine NewEngine(EngineOptions? options = null) =>
        new(
            Catalogue, options ?? new EngineOptions(),
            new ReportAndGoOn((who, sequence, error) =>
            {
                lock (_errors)
                    _errors.Add((who, sequence, error));
            }),
            _clock);

    private TradingEngine Started(EngineOptions? options = null)
    {
        var engine = NewEngine(options);
        engine.Attach(_listener);
        engine.Start();
        return engine;
    }

    private sealed record UnheardOf(string SessionId) : Command(SessionId);
}
