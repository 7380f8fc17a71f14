using Draizer.Domain.Markets;
using Draizer.Venues.Simulated;
using static Draizer.Venues.Tests.Simulated.GeneratedStream;

namespace Draizer.Venues.Tests.Simulated;

/// <summary>Whether pumps are what the shipped strategies look for, by indicators computed plainly from the stream.</summary>
public sealed class PumpTests
{
    /// <summary>The live part may begin at any second of a minute; the first pump comes 6 s later.</summary>
    [Theory, InlineData(0), InlineData(41), InlineData(48)]
    public void OpeningPump_OfFiftySeeds_IsCaughtWithin20SecondsAndClosedWithin45(int liveSecond)
    {
        var (caught, entered, closed, calmly) = (0, 0, 0, 0);
        for (ulong seed = 1; seed <= 50; seed++)
        {
            var liveFromUs = StartUs / MinuteUs * MinuteUs + 60 * MinuteUs + liveSecond * SecondUs;
            var options = new SimulatedMarketOptions { Seed = seed, SymbolCount = 2, FirstPumpAtUs = liveFromUs + 6 * SecondUs };
            var events = Take(options, 62 * MinuteUs, liveFromUs - 60 * MinuteUs);
            var pump = Shocks(options, liveFromUs + 10 * SecondUs, liveFromUs - 60 * MinuteUs).Last();

            var course = PumpCourse.Of(new(events, instrument: 0), pump);

            caught += course.SignalSeconds <= 20 ? 1 : 0;
            entered += course.CouldEnter ? 1 : 0;
            closed += course.ExitSeconds - course.SignalSeconds <= 45 ? 1 : 0;

            // At the strategy's leverage of 3, its stop is 8 / 3 per cent away.
            calmly += course is { IsEmergency: false, AdversePct: < 8.0 / 3 } ? 1 : 0;
        }

        Assert.True(
            caught >= 48 && entered >= 47 && closed >= 48 && calmly >= 40,
            $"Of 50: {caught} caught, {entered} entered, {closed} closed, {calmly} by the close condition.");
    }

    [Theory, InlineData(0), InlineData(20)]
    public void ScheduledPumps_MostlyGiveASignalAnEntryAndAnExit(int firstInstrumentOfVenue)
    {
        var options = new SimulatedMarketOptions { Seed = 11 };
        var events = Take(options, 75 * MinuteUs);
        var shocks = Shocks(options, StartUs + 70 * MinuteUs).Where(s => s.StartUs > StartUs + 21 * MinuteUs).ToList();

        var courses = shocks.Where(s => s.Kind == ShockKind.Pump)
            .Select(pump => PumpCourse.Of(new(events, pump.Symbol + firstInstrumentOfVenue), pump)).ToList();

        Assert.True(courses.Count >= 20);
        Assert.True(courses.Count(c => c.HasSignal) >= 0.9 * courses.Count);
        Assert.True(courses.Count(c => c.CouldEnter) >= 0.85 * courses.Count);
        Assert.True(courses.Count(c => c.HasExit) >= 0.9 * courses.Count);
        Assert.True(courses.Count(c => c.IsEmergency) is var emergencies && emergencies > 0 && emergencies < courses.Count / 2);
        Assert.All(
            shocks.Where(s => s.Kind != ShockKind.Pump),
            other => Assert.False(PumpCourse.Of(new(events, other.Symbol + firstInstrumentOfVenue), other).HasSignal));
    }

    [Fact]
    public void SmallPumps_MeetTheFlashConditions()
    {
        var options = new SimulatedMarketOptions { Seed = 3 };
        var events = Take(options, 65 * MinuteUs);
        var pumps = Shocks(options, StartUs + 60 * MinuteUs).Where(s => s.Kind == ShockKind.SmallPump).ToList();

        Assert.NotEmpty(pumps);
        Assert.All(pumps, pump =>
        {
            var indicators = new NaiveIndicators(events, pump.Symbol);
            Assert.Contains(
                indicators.EventTimesFrom(pump.StartUs, pump.StartUs + 2 * MinuteUs),
                t => indicators.MomentumPct(t, 60) >= 5 && indicators.MomentumPct(t, 30) >= 3);
        });
    }

    [Fact]
    public void SecondVenue_PassesEveryPumpAFewTenthsOfASecondLater()
    {
        var options = new SimulatedMarketOptions { Seed = 4 };
        var events = Take(options, 60 * MinuteUs);
        var pumps = Shocks(options, StartUs + 58 * MinuteUs).Where(s => s.Kind == ShockKind.Pump).ToList();

        var lagsMs = pumps.Select(p => (PassedUs(p, p.Symbol + 20) - PassedUs(p, p.Symbol)) / 1e3).ToList();

        // 150 ms of lag, and what either venue's next quote adds or takes.
        Assert.InRange(lagsMs.Average(), 100, 350);

        long PassedUs(Shock pump, int instrument)
        {
            var before = events.Of(instrument, MarketEventKind.Quote).Last(e => e.TimeUs <= pump.RunUpStartUs).Event.Mid();
            return events.Of(instrument, MarketEventKind.Quote)
                .First(e => e.TimeUs > pump.RunUpStartUs && e.Event.Mid() > before * 1.05).TimeUs;
        }
    }

    [Fact]
    public void Venues_DifferALittleAndConverge()
    {
        var options = new SimulatedMarketOptions
        {
            Seed = 4,
            SymbolCount = 1,
            MinShockIntervalSeconds = 86_400,
            MaxShockIntervalSeconds = 86_400,
        };
        double leader = 0, signChanges = 0, lastSign = 0;
        var differencesBps = new List<double>();
        foreach (var (_, quote) in Take(options, 60 * MinuteUs).Where(e => e.Event.Kind == MarketEventKind.Quote))
        {
            if (quote.Instrument == 0)
            {
                leader = quote.Mid();
                continue;
            }

            var difference = 1e4 * (quote.Mid() / leader - 1);
            differencesBps.Add(Math.Abs(difference));
            signChanges += Math.Sign(difference) != lastSign ? 1 : 0;
            lastSign = Math.Sign(difference);
        }

        Assert.InRange(differencesBps.Average(), 1, 8);
        Assert.True(differencesBps.Max() < 40);
        Assert.True(signChanges > 20);
    }
}
