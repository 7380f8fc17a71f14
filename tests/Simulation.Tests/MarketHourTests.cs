using Draizer.Domain.Commands;
using Draizer.Domain.Outputs;
using Draizer.Domain.Sessions;
using Draizer.Domain.Signals;
using Draizer.Simulation.Tests.Playing;

namespace Draizer.Simulation.Tests;

/// <summary>The whole engine through an hour of the simulated market, after an hour of history.</summary>
public sealed class MarketHourTests
{
    private const string Demo = "demo";
    private const int Slots = 5;

    private static readonly (double, Command) Start = (0.5, Sessions.Demo(Demo, slots: Slots));

    // Late enough for an hour, early enough for the last orders to arrive.
    private static readonly (double, Command) Stop = (3_590, new StopSession(Demo, ClosePositions: true));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_session_trades_by_the_rules_and_a_stop_leaves_nothing_behind(int seed)
    {
        var rules = new TradingRules(Demo, Sessions.InitialBalance, Slots);

        Inline.Play(Hour(seed, Start, Stop), rules.See);
        rules.End();

        Assert.Empty(rules.Faults);
        Assert.Equal(SessionStatus.Stopped, rules.Status);
        Assert.Empty(rules.OpenPositions);
        Assert.Empty(rules.WorkingOrders);
        Assert.False(rules.HasReserved);
        Assert.Equal(rules.Entries, rules.RoundTrips.Count);
        Assert.InRange(rules.Entries, 10, 500);
        Assert.Contains(Section.S1, rules.Sections);
        Assert.Contains(Section.Z1, rules.Sections);
        Assert.True(rules.Sections.Contains(Section.ZE1) || rules.Sections.Contains(Section.E1), "Nothing was left by ZE1 or E1.");
        Assert.All(rules.RoundTrips, trip => Assert.True(trip.ClosedUs > trip.OpenedUs && trip.Quantity > 0));
    }

    [Fact]
    public void What_is_not_stopped_is_open_at_the_end_or_has_its_exit()
    {
        var rules = new TradingRules(Demo, Sessions.InitialBalance, Slots);

        Inline.Play(Hour(4, Start) with { LiveMinutes = 20 }, rules.See);
        rules.End();

        Assert.Empty(rules.Faults);
        Assert.Equal(SessionStatus.Running, rules.Status);
        Assert.Equal(rules.Entries, rules.RoundTrips.Count + rules.OpenPositions.Count);
        Assert.True(rules.SlotsTaken >= rules.OpenPositions.Count);
    }

    [Fact]
    public void The_same_hour_twice_gives_the_same_outputs()
    {
        var hour = Hour(5, Start, Stop);

        Assert.Equal(HashOf(hour), HashOf(hour));
    }

    [Fact]
    public void Another_session_and_its_pause_change_nothing_for_the_first()
    {
        // A command takes a place in the sequence, so there are as many in both runs: in the first they find nobody.
        (double, Command)[] others = [(700, new PauseSession("other")), (1_400, new ResumeSession("other"))];
        var alone = Hour(6, Start, (0.6, new PauseSession("other")), others[0], others[1], Stop);
        var other = Sessions.Demo("other", realism: RealismProfile.Realistic, slots: 2);
        var together = Hour(6, Start, (0.6, other), others[0], others[1], Stop);
        var otherRules = new TradingRules("other", Sessions.InitialBalance, slots: 2);

        Assert.Equal(OutputsOfDemo(alone, _ => { }), OutputsOfDemo(together, otherRules.See));
        Assert.Empty(otherRules.Faults);
        Assert.InRange(otherRules.Entries, 1, 500);
    }

    private static Recording Hour(int seed, params (double, Command)[] commands) =>
        new() { Seed = (ulong)seed, HistoryMinutes = 60, LiveMinutes = 60, Commands = commands };

    private static string HashOf(Recording recording)
    {
        using var hash = new OutputText.Hash();
        Inline.Play(recording, hash.Add);
        return hash.Result();
    }

    private static List<string> OutputsOfDemo(Recording recording, Action<Output> also)
    {
        var texts = new List<string>();
        Inline.Play(recording, output =>
        {
            also(output);
            if (output.SessionId == Demo)
                texts.Add(OutputText.WithoutOrdinals(output));
        });
        return texts;
    }
}
