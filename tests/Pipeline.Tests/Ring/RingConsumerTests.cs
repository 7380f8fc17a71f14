using Draizer.Pipeline.Ring;
using Draizer.Pipeline.Threads;

namespace Draizer.Pipeline.Tests.Ring;

public sealed class RingConsumerTests
{
    public static TheoryData<string> Waits => new(WaitStrategies.Names);

    [Theory, MemberData(nameof(Waits))]
    public void Halt_ends_a_consumer_that_waits_for_events(string waits)
    {
        var ring = new RingCase(ProducerKind.Single, waits).NewRing(capacity: 8);
        var witness = new Witness(ring, ring.NewBarrier());
        witness.Consumer.Start();

        witness.Consumer.Halt();

        witness.JoinOrFail();
        Assert.Empty(witness.Numbers);
    }

    [Theory, MemberData(nameof(Waits))]
    public void An_alert_ends_a_wait_and_once_cleared_the_next_wait_stands(string waits)
    {
        var ring = new RingCase(ProducerKind.Single, waits).NewRing(capacity: 8);
        var barrier = ring.NewBarrier();
        var seen = new List<long>();
        var cleared = new Sequence();
        var reader = new StageThread("reader", () =>
        {
            seen.Add(barrier.WaitFor(0));
            barrier.ClearAlert();
            cleared.Advance(1);
            ring.Waits.Signal(cleared);
            seen.Add(barrier.WaitFor(0));
        });
        reader.Start();

        barrier.Alert();
        ring.Waits.WaitUntil(cleared, 1, new Alert(ring.Waits));
        Witness.Publish(ring, 1);

        Assert.True(reader.Join(Witness.Patience));
        Assert.Equal([-1, 0], seen);
        Assert.False(barrier.IsAlerted);
    }

    [Fact]
    public void Halt_finishes_the_batch_at_hand()
    {
        var ring = new RingBuffer<Slot>(8, ProducerKind.Single, new BlockingWaitStrategy());
        Witness? witness = null;
        witness = new Witness(ring, ring.NewBarrier(), new() { MaxBatch = 3 }, (ref _, _, _) => witness!.Consumer.Halt());
        ring.AddGatingSequences(witness.Consumer.Sequence);
        for (var i = 0; i < 8; i++)
            Witness.Publish(ring, i);

        witness.Consumer.Run();

        Assert.Equal([0, 1, 2], witness.Numbers);
        Assert.Equal(2, witness.Consumer.Sequence.Value);
    }

    [Fact]
    public void A_drain_stops_after_its_sequence_though_more_is_published()
    {
        var ring = new RingBuffer<Slot>(8, ProducerKind.Single, new BlockingWaitStrategy());
        var witness = new Witness(ring, ring.NewBarrier());
        for (var i = 0; i < 8; i++)
            Witness.Publish(ring, i);

        witness.Consumer.DrainAndStop(4);
        witness.Consumer.Run();

        Assert.Equal([0, 1, 2, 3, 4], witness.Numbers);
        Assert.False(witness.Consumer.Halting.IsRaised);
    }

    [Fact]
    public void A_drain_waits_for_what_is_still_to_come()
    {
        var ring = new RingBuffer<Slot>(8, ProducerKind.Single, new BlockingWaitStrategy());
        var witness = new Witness(ring, ring.NewBarrier());
        witness.Consumer.Start();

        witness.Consumer.DrainAndStop(2);
        for (var i = 0; i < 3; i++)
            Witness.Publish(ring, i);

        witness.JoinOrFail();
        Assert.Equal([0, 1, 2], witness.Numbers);
    }

    [Fact]
    public void Batches_are_bounded_and_their_last_event_is_marked()
    {
        var ring = new RingBuffer<Slot>(8, ProducerKind.Single, new BlockingWaitStrategy());
        var witness = new Witness(ring, ring.NewBarrier(), new() { MaxBatch = 3 });
        for (var i = 0; i < 8; i++)
            Witness.Publish(ring, i);

        witness.Consumer.DrainAndStop(7);
        witness.Consumer.Run();

        Assert.Equal([false, false, true, false, false, true, false, true], witness.BatchEnds);
    }

    [Theory, InlineData(false), InlineData(true)]
    public void A_handler_that_throws_is_reported_and_the_rest_goes_on(bool progressPerEvent)
    {
        var ring = new RingBuffer<Slot>(8, ProducerKind.Single, new BlockingWaitStrategy());
        RingHandler<Slot> fails = (ref slot, _, _) =>
        {
            if (slot.Number is 0 or 3 or 7)
                throw new InvalidOperationException($"no {slot.Number}");
        };
        var witness = new Witness(ring, ring.NewBarrier(), new() { ProgressPerEvent = progressPerEvent }, fails);
        for (var i = 0; i < 8; i++)
            Witness.Publish(ring, i);

        witness.Consumer.DrainAndStop(7);
        witness.Consumer.Run();

        Assert.Equal([0, 1, 2, 3, 4, 5, 6, 7], witness.Numbers);
        Assert.Equal([(0, "no 0"), (3, "no 3"), (7, "no 7")], witness.Errors);
        Assert.Equal(3, witness.Consumer.FailedEvents);
        Assert.Equal(7, witness.Consumer.Sequence.Value);
    }

    [Fact]
    public void A_policy_can_stop_the_consumer_before_the_event_that_failed()
    {
        var ring = new RingBuffer<Slot>(8, ProducerKind.Single, new BlockingWaitStrategy());
        RingHandler<Slot> fails = (ref slot, _, _) => ArgumentOutOfRangeException.ThrowIfEqual(slot.Number, 2);
        var consumer = new RingConsumer<Slot>("journal", ring, ring.NewBarrier(), fails, new HaltOnError());
        for (var i = 0; i < 8; i++)
            Witness.Publish(ring, i);

        consumer.Run();

        Assert.Equal(1, consumer.Sequence.Value);
        Assert.True(consumer.Halting.IsRaised);
    }

    [Fact]
    public void A_policy_that_throws_itself_does_not_stop_the_consumer()
    {
        var ring = new RingBuffer<Slot>(8, ProducerKind.Single, new BlockingWaitStrategy());
        RingHandler<Slot> fails = (ref slot, _, _) => ArgumentOutOfRangeException.ThrowIfEqual(slot.Number, 2);
        var policy = new ReportAndGoOn((_, _, _) => throw new IOException("the log is gone"));
        var consumer = new RingConsumer<Slot>("strategy", ring, ring.NewBarrier(), fails, policy);
        for (var i = 0; i < 8; i++)
            Witness.Publish(ring, i);

        consumer.DrainAndStop(7);
        consumer.Run();

        Assert.Equal(7, consumer.Sequence.Value);
        Assert.Equal(1, consumer.FailedEvents);
    }

    [Fact]
    public void A_consumer_runs_once()
    {
        var ring = new RingBuffer<Slot>(8, ProducerKind.Single, new BlockingWaitStrategy());
        var witness = new Witness(ring, ring.NewBarrier());
        witness.Consumer.DrainAndStop(-1);
        witness.Consumer.Run();

        Assert.Throws<InvalidOperationException>(witness.Consumer.Run);
    }

    private sealed class HaltOnError : IRingErrorPolicy
    {
        public AfterError OnError(string consumer, long sequence, Exception error) => AfterError.Halt;
    }
}
