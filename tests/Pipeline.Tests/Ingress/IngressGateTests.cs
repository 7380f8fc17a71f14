using Draizer.Pipeline.Ingress;
using Draizer.Pipeline.Ring;
using Draizer.Pipeline.Tests.Engine;
using Draizer.Pipeline.Threads;
using Draizer.Trading.Engine;

namespace Draizer.Pipeline.Tests.Ingress;

public sealed class IngressGateTests
{
    private static readonly IngressItem Item = new() { Kind = InputKind.Clock };

    [Fact]
    public void A_full_gate_says_so_to_those_who_do_not_wait()
    {
        var gate = NewGate(slots: 2, out _);

        Assert.Equal([true, true, false], new[] { gate.TryPut(Item), gate.TryPut(Item), gate.TryPut(Item) });
    }

    [Fact]
    public void A_closed_gate_takes_nothing()
    {
        var gate = NewGate(slots: 2, out _);
        gate.Close(TimeSpan.Zero);

        Assert.False(gate.Put(Item));
        Assert.False(gate.TryPut(Item));
        Assert.Equal(Sequence.Initial, gate.Ring.Cursor);
    }

    [Fact]
    public void Those_who_wait_for_room_when_it_closes_give_up()
    {
        var gate = NewGate(slots: 1, out _);
        Assert.True(gate.Put(Item));
        var isIn = true;
        var waiting = new StageThread("venue", () => isIn = gate.Put(Item));
        waiting.Start();

        gate.Close(TimeSpan.FromMilliseconds(1));

        Assert.True(waiting.Join(Bench.Patience));
        Assert.False(isIn);
        Assert.Equal(0, gate.Ring.Cursor);
    }

    [Fact]
    public void Once_it_is_closed_everything_it_took_can_be_read()
    {
        var gate = NewGate(slots: 1 << 16, out _);
        var taken = 0L;
        var venues = Enumerable.Range(0, 3).Select(i => new StageThread($"venue {i}", () =>
        {
            while (gate.TryPut(Item))
                Interlocked.Increment(ref taken);
        })).ToArray();
        foreach (var venue in venues)
            venue.Start();
        Assert.True(SpinWait.SpinUntil(() => Volatile.Read(ref taken) > 100, Bench.Patience));

        gate.Close(Bench.Patience);
        var cursor = gate.Ring.Cursor;

        Assert.All(venues, venue => Assert.True(venue.Join(Bench.Patience)));
        Assert.Equal(taken - 1, cursor);
    }

    private static IngressGate NewGate(int slots, out Sequence consumer)
    {
        var gate = new IngressGate(slots, WaitStrategies.ForThisMachine());
        consumer = new Sequence();
        gate.Ring.AddGatingSequences(consumer);
        return gate;
    }
}
