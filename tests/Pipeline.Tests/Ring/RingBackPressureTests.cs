using Draizer.Pipeline.Ring;
using Draizer.Pipeline.Threads;

namespace Draizer.Pipeline.Tests.Ring;

public sealed class RingBackPressureTests
{
    public static TheoryData<ProducerKind, string> Cases => RingCase.All;

    [Theory, MemberData(nameof(Cases))]
    public void A_full_ring_refuses_a_claim_until_the_slowest_consumer_moves(ProducerKind producers, string waits)
    {
        var ring = new RingCase(producers, waits).NewRing(capacity: 4);
        var (fast, slow) = (new Sequence(), new Sequence());
        ring.AddGatingSequences(fast, slow);
        Assert.True(ring.TryClaim(4, out var last));
        ring.Publish(0, last);

        Assert.False(ring.TryClaim(1, out _));
        fast.Advance(3);
        Assert.False(ring.TryClaim(1, out _));
        Assert.Equal(4, ring.Depth);

        slow.Advance(1);
        Assert.Equal(2, ring.Depth);
        Assert.False(ring.TryClaim(3, out _));
        Assert.True(ring.TryClaim(2, out last));
        Assert.Equal(5, last);
    }

    [Theory, MemberData(nameof(Cases))]
    public void A_producer_waiting_for_room_goes_on_when_there_is_some(ProducerKind producers, string waits)
    {
        var ring = new RingCase(producers, waits).NewRing(capacity: 4);
        var consumer = new Sequence();
        ring.AddGatingSequences(consumer);
        ring.Publish(0, ring.Claim(4));
        var claimed = -1L;
        var producer = new StageThread("producer", () => claimed = ring.Claim(2));
        producer.Start();

        consumer.Advance(1);
        ring.Waits.Signal(consumer);

        Assert.True(producer.Join(Witness.Patience));
        Assert.Equal(5, claimed);
    }

    [Theory, MemberData(nameof(Cases))]
    public void A_producer_waiting_for_room_gives_up_on_alert(ProducerKind producers, string waits)
    {
        var ring = new RingCase(producers, waits).NewRing(capacity: 4);
        ring.AddGatingSequences(new Sequence());
        ring.Publish(0, ring.Claim(4));
        var giveUp = new Alert(ring.Waits);
        var claimed = true;
        var producer = new StageThread("producer", () => claimed = ring.Claim(1, giveUp, out _));
        producer.Start();

        giveUp.Raise();

        Assert.True(producer.Join(Witness.Patience));
        Assert.False(claimed);
        Assert.Equal(3, ring.Cursor);
    }

    [Fact]
    public void With_several_producers_the_cursor_stops_before_a_gap_and_then_passes_it_on_every_lap()
    {
        var ring = new RingBuffer<Slot>(4, ProducerKind.Multi, new BlockingWaitStrategy());
        var consumer = new Sequence();
        ring.AddGatingSequences(consumer);

        for (var first = 0L; first < 30; first += 3)
        {
            Assert.True(ring.TryClaim(3, out _));

            ring.Publish(first + 2);
            Assert.Equal(first - 1, ring.Cursor);
            ring.Publish(first);
            Assert.Equal(first, ring.Cursor);
            ring.Publish(first + 1);
            Assert.Equal(first + 2, ring.Cursor);
            consumer.Advance(ring.Cursor);
        }
    }

    [Theory]
    [InlineData(0), InlineData(-8), InlineData(3), InlineData(100)]
    public void A_capacity_that_is_no_power_of_two_is_refused(int capacity) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new RingBuffer<Slot>(capacity, ProducerKind.Single, new BlockingWaitStrategy()));

    [Theory]
    [InlineData(0), InlineData(-1), InlineData(9)]
    public void A_claim_that_can_never_fit_is_refused(int count)
    {
        var ring = new RingBuffer<Slot>(8, ProducerKind.Single, new BlockingWaitStrategy());

        Assert.Throws<ArgumentOutOfRangeException>(() => ring.TryClaim(count, out _));
        Assert.Throws<ArgumentOutOfRangeException>(() => ring.Claim(count));
    }

    [Fact]
    public void A_consumer_cannot_join_after_the_first_event()
    {
        var ring = new RingBuffer<Slot>(8, ProducerKind.Single, new BlockingWaitStrategy());
        Witness.Publish(ring, 1);

        Assert.Throws<InvalidOperationException>(() => ring.AddGatingSequences(new Sequence()));
    }
}
