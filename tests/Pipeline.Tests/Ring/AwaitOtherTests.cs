using Draizer.Pipeline.Ring;

namespace Draizer.Pipeline.Tests.Ring;

/// <summary>A handler that waits for a consumer behind it, as strategies wait for execution.</summary>
public sealed class AwaitOtherTests
{
    public static TheoryData<string, int, bool> Cases
    {
        get
        {
            var cases = new TheoryData<string, int, bool>();
            foreach (var waits in WaitStrategies.Names)
            {
                // Lag 1 is lock-step; a lag lets the waiting stage run ahead by that many events.
                cases.Add(waits, 1, true);
                cases.Add(waits, 3, true);
                cases.Add(waits, 3, false);
            }

            return cases;
        }
    }

    [Theory, MemberData(nameof(Cases))]
    public void The_consumer_behind_is_as_far_as_was_asked_for(string waits, int lag, bool progressPerEvent)
    {
        var events = waits == "busy-spin" ? 20 : 300;
        var ring = new RingCase(ProducerKind.Single, waits).NewRing(capacity: 512);
        Witness? strategy = null, execution = null;
        var tooEarly = 0;
        strategy = new Witness(ring, ring.NewBarrier(), also: (ref _, sequence, _) =>
        {
            var finished = strategy!.Consumer.AwaitOther(execution!.Consumer.Sequence, sequence - lag);
            if (!finished || execution.Consumer.Sequence.Value < sequence - lag)
                tooEarly++;
        });
        execution = new Witness(ring, ring.NewBarrier(strategy.Consumer.Sequence), new() { ProgressPerEvent = progressPerEvent });
        ring.AddGatingSequences(execution.Consumer.Sequence);
        for (var i = 0; i < events; i++)
            Witness.Publish(ring, i);

        // All of it is one batch to the strategy stage, so without telling its progress on the way it would wait for ever.
        strategy.Consumer.DrainAndStop(events - 1);
        execution.Consumer.DrainAndStop(events - 1);
        strategy.Consumer.Start();
        execution.Consumer.Start();

        strategy.JoinOrFail();
        execution.JoinOrFail();
        Assert.Equal(0, tooEarly);
        Assert.Equal(events, execution.Numbers.Count);
    }

    [Theory, InlineData("adaptive"), InlineData("sleeping")]
    public void Halt_ends_the_wait_inside_the_handler(string waits)
    {
        var ring = new RingCase(ProducerKind.Single, waits).NewRing(capacity: 8);
        var (never, entered, finished) = (new Sequence(), new Sequence(), true);
        Witness? strategy = null;
        strategy = new Witness(ring, ring.NewBarrier(), also: (ref _, sequence, _) =>
        {
            entered.Advance(sequence);
            ring.Waits.Signal(entered);
            finished = strategy!.Consumer.AwaitOther(never, sequence);
        });
        Witness.Publish(ring, 1);
        strategy.Consumer.Start();
        ring.Waits.WaitUntil(entered, 0, new Alert(ring.Waits));

        strategy.Consumer.Halt();

        strategy.JoinOrFail();
        Assert.False(finished);
    }
}
