using Draizer.Domain.Commands;
using Draizer.Pipeline.Engine;
using Draizer.Trading.Engine;
using static Draizer.Pipeline.Tests.Engine.Bench;

namespace Draizer.Pipeline.Tests.Engine;

/// <summary>
/// Times in milliseconds. A report made while event k is processed is due no earlier than its time plus the latency; one made while the
/// clock is brought up to event k is due later than the time of event k - 1 plus the latency.
/// </summary>
public sealed class ReportHorizonTests
{
    private readonly ReportHorizon _horizon = new(ringSlots: 16);
    private long _sequence;

    [Fact]
    public void Without_a_session_nothing_is_waited_for()
    {
        Assert.Equal([-1, -1, -1], new[] { Require(10), Require(20), Require(20) });
    }

    [Fact]
    public void At_latency_0_the_clock_must_have_come_to_the_event_itself()
    {
        Start("a", latencyMs: 0, atMs: 0);

        // Sequences 1, 2, 3: everything before them is finished once the clock is there.
        Assert.Equal([1, 2, 3], new[] { Require(10), Require(10), Require(25) });
    }

    [Fact]
    public void With_a_latency_only_what_is_older_than_it_must_be_finished()
    {
        Start("a", latencyMs: 5, atMs: 0);

        var required = new[] { Require(3), Require(4), Require(6), Require(8), Require(9), Require(30) };

        // At 3 and 4 nothing is 5 ms old: the clock at event 0 is enough. At 6 event 0 is; at 8 event 1, of 3; at 9 event 2, of 4;
        // at 30 all five before, so the clock must have come to the event itself, number 6.
        Assert.Equal([0, 0, 1, 2, 3, 6], required);
    }

    [Fact]
    public void What_is_exactly_one_latency_old_must_be_finished_because_its_report_is_due()
    {
        Start("a", latencyMs: 5, atMs: 0);

        Assert.Equal(1, Require(5));
    }

    [Fact]
    public void The_shortest_latency_counts_and_a_release_takes_it_away()
    {
        Start("slow", latencyMs: 100, atMs: 0);
        Start("quick", latencyMs: 5, atMs: 0);
        Assert.Equal(0, Require(4));
        Assert.Equal(2, Require(7));

        Learn(new ReleaseSession("quick"), atMs: 8);

        // What was waited for stays so; then the longer latency counts: event 2 is of 4 ms, event 3 of 7, event 4 of 8.
        Assert.Equal(2, Require(20));
        Assert.Equal(3, Require(104));
        Assert.Equal(5, Require(109));

        Learn(new ReleaseSession("slow"), atMs: 110);
        Assert.Equal(-1, Require(120));
    }

    [Fact]
    public void A_second_start_under_a_known_name_changes_nothing()
    {
        Start("a", latencyMs: 50, atMs: 0);
        Start("a", latencyMs: 0, atMs: 0);

        Assert.Equal(0, Require(10));
    }

    [Fact]
    public void What_has_left_the_ring_is_finished_and_need_not_be_waited_for()
    {
        Start("a", latencyMs: 1_000_000, atMs: 0);
        for (var i = 1; i < 40; i++)
            Require(i);

        // Number 40: the ring holds 16, so 24 is finished and 25 may be the first that is not.
        Assert.Equal(25, Require(40));
    }

    private long Require(long atMs) => _horizon.Require(Event(atMs));

    private void Start(string id, int latencyMs, long atMs) => Learn(new StartSession(Session(id, latencyMs)), atMs);

    private void Learn(Command command, long atMs)
    {
        var e = Event(atMs) with { Kind = InputKind.Command, Command = command };
        _horizon.Require(e);
        _horizon.Learn(e);
    }

    private EngineEvent Event(long atMs) => new() { Kind = InputKind.Market, Sequence = _sequence++, TimeUs = StartUs + (atMs * 1_000) };
}
