using Draizer.Domain.Markets;
using Draizer.Trading.Ports;
using Draizer.Venues.Simulated;
using static Draizer.Venues.Tests.Simulated.GeneratedStream;

namespace Draizer.Venues.Tests.Simulated;

public sealed class SimulatedVenuesTests
{
    private static readonly SimulatedMarketOptions Options = new() { Seed = 9, SymbolCount = 3 };
    private const long LiveFromUs = StartUs + 2 * MinuteUs;

    private readonly HandClock _clock = new(LiveFromUs);
    private readonly RecordingSink _sink = new();

    [Fact]
    public void History_ThenLive_IsOneStream()
    {
        var venues = Build();
        var history = ReadHistory(venues);
        for (var i = 0; i < 3_000; i++)
        {
            venues.EmitDue(_sink);
            _clock.Advance(TimeSpan.FromMilliseconds(20));
        }

        venues.EmitDue(_sink);

        var expected = Take(Options, 3 * MinuteUs + 1).Select(e => e.Event).ToList();
        Assert.Equal(expected, history.Concat(_sink.Events));
        Assert.NotEmpty(_sink.Events);
        Assert.Equal(0, venues.SkippedEvents);
    }

    [Fact]
    public void EmitDue_Accelerated_PlaysThatMuchMoreOfTheMarket()
    {
        var venues = Build(speed: 10);
        ReadHistory(venues);
        venues.EmitDue(_sink);

        _clock.Advance(TimeSpan.FromSeconds(3));
        venues.EmitDue(_sink);

        Assert.Equal(LiveUntil(LiveFromUs + 30 * SecondUs), _sink.Events);
    }

    [Fact]
    public void EmitDue_AfterAPauseOfHours_GoesOnFromTheLastSecond()
    {
        var venues = Build();
        ReadHistory(venues);
        venues.EmitDue(_sink);

        _clock.Advance(TimeSpan.FromHours(2));
        var emitted = venues.EmitDue(_sink);

        var nowUs = LiveFromUs + 120 * MinuteUs;
        Assert.Equal(emitted, _sink.Events.Count);
        Assert.All(_sink.Events, e => Assert.InRange(e.VenueTimeUs, nowUs - SecondUs, nowUs));
        Assert.True(venues.SkippedEvents > 2 * 3_600);
        Assert.Equal(LiveUntil(nowUs).Where(e => e.VenueTimeUs >= nowUs - SecondUs), _sink.Events);
    }

    [Fact]
    public void EmitDue_HistoryLeftUnread_IsNotHandedOverAsLive()
    {
        var venues = Build();

        _clock.Advance(TimeSpan.FromSeconds(2));
        venues.EmitDue(_sink);

        Assert.NotEmpty(_sink.Events);
        Assert.All(_sink.Events, e => Assert.True(e.VenueTimeUs >= LiveFromUs));
    }

    [Fact]
    public void EmitDue_WallClockSetBack_NeverGoesBack()
    {
        var venues = Build();
        ReadHistory(venues);
        _clock.Advance(TimeSpan.FromSeconds(1));
        venues.EmitDue(_sink);
        var before = _sink.Events.Count;

        _clock.Advance(TimeSpan.FromHours(-1));
        Assert.Equal(0, venues.EmitDue(_sink));
        _clock.Advance(TimeSpan.FromSeconds(2));
        Assert.True(venues.EmitDue(_sink) > 0);

        Assert.Equal(LiveUntil(LiveFromUs + 3 * SecondUs), _sink.Events);
        Assert.True(before > 0);
    }

    [Fact]
    public async Task RunAsync_EachTickOfTheTimer_EmitsWhatIsDueUntilCancelled()
    {
        var venues = Build();
        ReadHistory(venues);
        using var stop = new CancellationTokenSource();
        var expected = LiveUntil(LiveFromUs + 3 * SecondUs);
        var all = _sink.WhenCountReaches(expected.Count);

        var run = venues.RunAsync(_sink, stop.Token);
        _clock.Advance(TimeSpan.FromSeconds(3));
        await Task.WhenAny(all, run);
        await stop.CancelAsync();
        await run;

        Assert.Equal(expected, _sink.Events);
    }

    [Theory, InlineData(0), InlineData(-1), InlineData(double.NaN), InlineData(1e6)]
    public void Constructor_SenselessSpeed_Throws(double speed) => Assert.Throws<ArgumentOutOfRangeException>(() => Build(speed));

    private SimulatedVenues Build(double speed = 1) => new(new(Options, StartUs), LiveFromUs, _clock, speed);

    /// <summary>What the live part is, up to and including a time.</summary>
    private static List<MarketEvent> LiveUntil(long untilUs) =>
        [.. Take(Options, untilUs + 1 - StartUs).Select(e => e.Event).Where(e => e.VenueTimeUs >= LiveFromUs)];

    private static List<MarketEvent> ReadHistory(SimulatedVenues venues)
    {
        var history = new List<MarketEvent>();
        while (venues.TryNextOfHistory(out var timed))
            history.Add(timed.Event);
        return history;
    }

    private sealed class RecordingSink : IMarketSink
    {
        private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _wanted = int.MaxValue;

        public List<MarketEvent> Events { get; } = [];

        public Task WhenCountReaches(int count)
        {
            _wanted = count;
            return _reached.Task;
        }

        public void OnMarketEvent(in MarketEvent marketEvent)
        {
            Events.Add(marketEvent);
            if (Events.Count == _wanted)
                _reached.SetResult();
        }
    }
}
