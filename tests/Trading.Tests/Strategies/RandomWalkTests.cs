using Draizer.Domain.Commands;
using Draizer.Domain.Identity;
using Draizer.Domain.Outputs;
using Draizer.Domain.Positions;
using Draizer.Domain.Signals;
using Draizer.Domain.Strategies;
using Draizer.Trading.Engine;

namespace Draizer.Trading.Tests.Strategies;

/// <summary>Values, prices, fills, rejections and commands at random; after each event what must always hold is checked.</summary>
public sealed class RandomWalkTests
{
    private const int Steps = 3_000;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public void Whatever_happens_the_rules_hold(int seed)
    {
        var walk = new Walk(seed);
        var failure = Record.Exception(walk.Run);
        Assert.True(failure is null, $"Seed {seed}, at {walk.TimeUs / 1e6} s: {failure}");
        Assert.True(walk.Exits > 20, $"Seed {seed} made only {walk.Exits} round trips, which proves little.");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Ticks_of_the_clock_between_events_change_nothing(int seed) =>
        Assert.Equal(PlaySignals(seed, withClock: false), PlaySignals(seed, withClock: true));

    private static List<string> PlaySignals(int seed, bool withClock)
    {
        var random = new Random(seed);
        var bench = new StageBench();
        var aging = TestStrategy.Named("aging", "a.") with { SignalCancellation = TestStrategy.AtLeast("signal_age_seconds", 2.5) };
        var timed = TestStrategy.Named("timed", "t.");
        var lines = new List<string>();
        bench.Start(0, StageBench.Session("s", [aging, timed], slots: 2, 0, 1));
        long timeUs = 0;
        for (var i = 0; i < 400; i++)
        {
            var next = timeUs + random.Next(1, 9_000_000);
            for (var tick = timeUs + 300_000; withClock && tick < next; tick += 300_000)
            {
                bench.Clock(tick);
                Keep();
            }

            timeUs = next;
            var instrument = random.Next(2);
            bench.Set(instrument, random.Next(2) == 0 ? "a.s1" : "t.s1", random.Next(2));
            bench.Trade(timeUs, instrument);
            Keep();
        }

        Assert.True(lines.Count > 200);
        return lines;

        void Keep() => lines.AddRange(bench.Outputs.OfType<StrategyTransitioned>()
            .Select(t => $"{t.Stamp.TimeUs} {t.Strategy} {t.Instrument.Symbol} {t.From} {t.To} {t.Trigger}"));
    }

    private sealed class Walk
    {
        private const int Slots = 2;
        private static readonly string[] Switches = ["s1", "o1", "z1", "ze1", "e1"];
        private static readonly string[] Strategies = ["alpha", "beta", "gamma"];

        private readonly Random _random;
        private readonly StageBench _bench = new(instruments: 3);
        private readonly Dictionary<(string Strategy, int Instrument), Track> _tracks = [];
        private readonly HashSet<EntityId> _signalIds = [];
        private long _lastStampUs;

        public Walk(int seed)
        {
            _random = new Random(seed);
            foreach (var strategy in Strategies)
            {
                for (var instrument = 0; instrument < 3; instrument++)
                    _tracks.Add((strategy, instrument), new Track());
            }
        }

        public long TimeUs { get; private set; }
        public int Exits { get; private set; }

        public void Run()
        {
            var limits = TestStrategy.Limits with { CooldownAfterCancelSeconds = 3, CooldownAfterEmergencySeconds = 6 };
            var strategies = Strategies.Select(s => TestStrategy.Named(s, s + ".") with { Limits = limits }).ToList();
            _bench.Start(TimeUs, StageBench.Session("s", strategies, Slots, 0, 1, 2));
            Check();
            for (var i = 0; i < Steps; i++)
            {
                TimeUs += _random.Next(20) == 0 ? _random.Next(10_000_000) : _random.Next(600_000);
                Act();
                Check();
                Execute();
            }

            Finish();
        }

        private void Act()
        {
            var instrument = _random.Next(3);
            switch (_random.Next(40))
            {
                case 0:
                    _bench.Command(TimeUs, new PauseSession("s"));
                    break;
                case <= 2:
                    _bench.Command(TimeUs, new ResumeSession("s"));
                    break;
                case <= 6:
                    _bench.Clock(TimeUs);
                    break;
                case 7:
                    StopOut(_tracks.ElementAt(_random.Next(_tracks.Count)));
                    _bench.Clock(TimeUs);
                    break;
                default:
                    // Signals and entries more often than the rest, or hardly anything would be opened.
                    var switchName = Switches[_random.Next(3) > 0 ? _random.Next(2) * 2 : _random.Next(5)];
                    _bench.Set(instrument, $"{Strategies[_random.Next(3)]}.{switchName}", _random.Next(2));
                    _bench.Set(instrument, "risk", _random.Next(2));
                    _bench.Trade(TimeUs, instrument, 100 + _random.NextDouble());
                    break;
            }
        }

        private void Execute()
        {
            foreach (var intent in _bench.Intents)
            {
                var track = _tracks[(intent.Strategy, intent.Instrument)];
                var report = new Report
                {
                    Kind = ReportKind.Flat,
                    SessionId = "s",
                    Strategy = intent.Strategy,
                    Instrument = intent.Instrument,
                    DueUs = intent.TimeUs + _random.Next(400_000),
                    Side = intent.Direction,
                    Quantity = 1,
                    EntryPrice = 100,
                    Margin = 50,
                    OpenedUs = intent.TimeUs,
                };
                if (intent.Kind == IntentKind.Open)
                {
                    Assert.False(track.HasEntryOut || track.HasPosition, "A second entry was sent.");
                    track.HasEntryOut = true;
                    var kind = _random.Next(3) == 0 ? ReportKind.EntryRefused : ReportKind.EntryFilled;
                    Leave(track, report with { Kind = kind, Reason = "refusal" });
                    continue;
                }

                Assert.True(track.HasPosition, "An exit was sent without a position.");
                Assert.False(track.HasExitOut && intent.Kind == IntentKind.Close, "A second close was sent.");
                track.HasExitOut = true;
                var rests = intent.Kind == IntentKind.Close && intent.CloseShiftPct > 0 && _random.Next(2) == 0;
                if (rests || track.IsGone)
                    continue;

                var isRejected = _random.Next(4) == 0;
                Leave(track, isRejected
                    ? report with { Kind = ReportKind.ExitRejected, Reason = "rejection" }
                    : report with { CloseReason = CloseReason.Strategy });
            }
        }

        private void StopOut(KeyValuePair<(string Strategy, int Instrument), Track> machine)
        {
            if (!machine.Value.HasPosition || machine.Value.IsGone)
                return;

            Leave(machine.Value, new Report
            {
                Kind = ReportKind.Flat,
                SessionId = "s",
                Strategy = machine.Key.Strategy,
                Instrument = machine.Key.Instrument,
                DueUs = TimeUs,
                CloseReason = CloseReason.StopLoss,
            });
        }

        private void Leave(Track track, Report report)
        {
            track.IsGone |= report.Kind == ReportKind.Flat;
            _bench.Leave(report);
        }

        private void Check()
        {
            foreach (var output in _bench.Outputs)
            {
                Assert.True(output.Stamp.TimeUs >= _lastStampUs && output.Stamp.TimeUs <= TimeUs, "Time went back.");
                _lastStampUs = output.Stamp.TimeUs;
                switch (output)
                {
                    case StrategyTransitioned transition:
                        Follow(transition);
                        break;
                    case SignalChanged { Signal: var signal }:
                        Follow(signal);
                        break;
                    case AlertRaised alert:
                        Assert.Equal("exit_rejected", alert.Code);
                        break;
                }
            }

            Assert.InRange(_tracks.Values.Count(track => track.IsHolding), 0, Slots);
            for (var instrument = 0; instrument < 3; instrument++)
                Assert.InRange(_tracks.Count(pair => pair.Key.Instrument == instrument && pair.Value.IsHolding), 0, 1);
        }

        private void Follow(StrategyTransitioned transition)
        {
            var instrument = Enumerable.Range(0, 3).First(i => _bench.Catalogue[i] == transition.Instrument);
            var track = _tracks[(transition.Strategy, instrument)];
            Assert.Equal(track.State, transition.From);
            track.State = transition.To;
            switch (transition.To)
            {
                case StrategyState.PositionActive:
                    track.HasEntryOut = false;
                    track.HasPosition = true;
                    break;
                case StrategyState.SignalCancelled or StrategyState.Exited:
                    Exits += track.HasPosition ? 1 : 0;
                    Assert.NotNull(transition.CooldownUntilUs);
                    Assert.Equal(0, track.PendingSignals);
                    track.CooldownUntilUs = transition.CooldownUntilUs.Value;
                    track.HasEntryOut = track.HasPosition = track.HasExitOut = track.IsGone = false;
                    break;
                case StrategyState.Monitoring or StrategyState.Inactive:
                    Assert.True(transition.Stamp.TimeUs >= track.CooldownUntilUs, "The cooldown was cut short.");
                    break;
            }

            if (transition.Trigger == "exit_rejected")
                track.HasExitOut = false;
        }

        private void Follow(SignalSnapshot signal)
        {
            var instrument = Enumerable.Range(0, 3).First(i => _bench.Catalogue[i] == signal.Instrument);
            var track = _tracks[(signal.Strategy, instrument)];
            Assert.InRange(signal.Confidence, 0, 1);
            if (_signalIds.Add(signal.SignalId))
                track.PendingSignals += signal.Status == SignalStatus.Pending ? 1 : 0;
            else
                track.PendingSignals--;
        }

        /// <summary>After a stop everything comes to rest: no position, no holder, nobody monitoring.</summary>
        private void Finish()
        {
            _bench.Command(TimeUs, new StopSession("s", ClosePositions: true));
            for (var i = 0; i < 200; i++)
            {
                Check();
                Execute();
                TimeUs += 1_000_000;
                _bench.Clock(TimeUs);
            }

            Assert.All(_tracks.Values, track => Assert.Equal(StrategyState.Inactive, track.State));
        }

        /// <summary>What one machine has told of itself.</summary>
        private sealed class Track
        {
            public StrategyState State { get; set; } = StrategyState.Inactive;
            public bool HasEntryOut { get; set; }
            public bool HasPosition { get; set; }
            public bool HasExitOut { get; set; }

            /// <summary>The end of the position is on its way.</summary>
            public bool IsGone { get; set; }
            public int PendingSignals { get; set; }
            public long CooldownUntilUs { get; set; }

            public bool IsHolding => State is StrategyState.SignalDetected or StrategyState.EntryEvaluation or StrategyState.PositionActive
                or StrategyState.CloseOrderEvaluation or StrategyState.EmergencyExit;
        }
    }
}
