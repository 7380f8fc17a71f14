using Draizer.Pipeline.Ring;
using Draizer.Pipeline.Threads;

namespace Draizer.Pipeline.Tests.Ring;

/// <summary>The promises to consumers, for every kind of claim with every wait strategy.</summary>
public sealed class RingContractTests
{
    public static TheoryData<ProducerKind, string> Cases => RingCase.All;

    [Theory, MemberData(nameof(Cases))]
    public void One_producer_through_a_tiny_ring_is_seen_once_in_order_and_whole(ProducerKind producers, string waits)
    {
        var events = new RingCase(producers, waits).Events;
        var ring = new RingCase(producers, waits).NewRing(capacity: 8);
        var witness = new Witness(ring, ring.NewBarrier());
        ring.AddGatingSequences(witness.Consumer.Sequence);
        witness.Consumer.Start();

        for (var i = 0; i < events; i++)
            Witness.Publish(ring, i);

        witness.Consumer.DrainAndStop(events - 1);
        witness.JoinOrFail();
        Assert.Equal(Enumerable.Range(0, events).Select(i => (long)i), witness.Numbers);
        Assert.Equal(0, witness.Torn);
        Assert.Equal(0, ring.Depth);
    }

    [Theory, MemberData(nameof(Cases))]
    public void Batch_claims_of_changing_size_leave_no_gap(ProducerKind producers, string waits)
    {
        var ring = new RingCase(producers, waits).NewRing(capacity: 16);
        var witness = new Witness(ring, ring.NewBarrier());
        ring.AddGatingSequences(witness.Consumer.Sequence);
        witness.Consumer.Start();

        var number = 0L;
        for (var i = 0; number < 120; i++)
        {
            var count = 1 + (i % ring.Capacity);
            var last = ring.Claim(count);
            for (var sequence = last - count + 1; sequence <= last; sequence++)
                ring[sequence].Fill(number++);

            ring.Publish(last - count + 1, last);
        }

        witness.Consumer.DrainAndStop(number - 1);
        witness.JoinOrFail();
        Assert.Equal(Enumerable.Range(0, (int)number).Select(i => (long)i), witness.Numbers);
        Assert.Equal(0, witness.Torn);
    }

    [Theory, MemberData(nameof(Cases))]
    public void A_consumer_behind_two_others_sees_the_work_of_both(ProducerKind producers, string waits)
    {
        var events = new RingCase(producers, waits).Events;
        var ring = new RingCase(producers, waits).NewRing(capacity: 32);
        var lefts = new long[ring.Capacity];
        var rights = new long[ring.Capacity];
        var ahead = 0;
        var left = new Witness(ring, ring.NewBarrier(), also: (ref _, sequence, _) => lefts[sequence % lefts.Length] = sequence);
        var right = new Witness(ring, ring.NewBarrier(), also: (ref _, sequence, _) => rights[sequence % rights.Length] = sequence);
        var join = new Witness(
            ring,
            ring.NewBarrier(left.Consumer.Sequence, right.Consumer.Sequence),
            also: (ref _, sequence, _) =>
            {
                if (lefts[sequence % lefts.Length] != sequence || rights[sequence % rights.Length] != sequence)
                    ahead++;
            });
        ring.AddGatingSequences(join.Consumer.Sequence);
        foreach (var witness in new[] { join, right, left })
            witness.Consumer.Start();

        for (var i = 0; i < events; i++)
            Witness.Publish(ring, i);

        foreach (var witness in new[] { left, right, join })
            witness.Consumer.DrainAndStop(events - 1);
        foreach (var witness in new[] { left, right, join })
        {
            witness.JoinOrFail();
            Assert.Equal(events, witness.Numbers.Count);
            Assert.Equal(0, witness.Torn);
        }

        Assert.Equal(0, ahead);
    }

    [Theory, MemberData(nameof(Waits))]
    public void Several_producers_lose_nothing_and_each_keeps_its_order(string waits)
    {
        const int Producers = 3;
        var each = new RingCase(ProducerKind.Multi, waits).Events / Producers;
        var ring = new RingCase(ProducerKind.Multi, waits).NewRing(capacity: 16);
        var witness = new Witness(ring, ring.NewBarrier());
        ring.AddGatingSequences(witness.Consumer.Sequence);
        witness.Consumer.Start();

        // Producer p publishes p, p + 3, p + 6 and so on, in claims of one to three.
        var threads = Enumerable.Range(0, Producers).Select(p => new StageThread($"producer {p}", () =>
        {
            for (var i = 0; i < each;)
            {
                var count = Math.Min(1 + (i % 3), each - i);
                var last = ring.Claim(count);
                for (var sequence = last - count + 1; sequence <= last; sequence++)
                    ring[sequence].Fill(p + ((long)Producers * i++));

                ring.Publish(last - count + 1, last);
            }
        })).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => Assert.True(thread.Join(Witness.Patience)));

        witness.Consumer.DrainAndStop(ring.Cursor);
        witness.JoinOrFail();
        Assert.Equal(0, witness.Torn);
        Assert.Equal(Enumerable.Range(0, Producers * each).Select(i => (long)i), witness.Numbers.Order());
        for (var p = 0; p < Producers; p++)
        {
            var own = witness.Numbers.Where(number => number % Producers == p).ToList();
            Assert.Equal(own.Order(), own);
        }
    }

    public static TheoryData<string> Waits => new(WaitStrategies.Names);

    [Theory, MemberData(nameof(Cases))]
    public void A_publish_wakes_consumers_that_have_long_been_waiting(ProducerKind producers, string waits)
    {
        const int Events = 6;
        var ring = new RingCase(producers, waits).NewRing(capacity: 64);
        var parallel = Enumerable.Range(0, 3).Select(_ => new Witness(ring, ring.NewBarrier())).ToList();
        var last = new Witness(ring, ring.NewBarrier([.. parallel.Select(witness => witness.Consumer.Sequence)]));
        ring.AddGatingSequences(last.Consumer.Sequence);
        foreach (var witness in parallel.Append(last))
            witness.Consumer.Start();

        // One at a time, each awaited to the end, so that all of them are idle again before the next.
        var never = new Alert(ring.Waits);
        for (var i = 0; i < Events; i++)
        {
            Witness.Publish(ring, i);
            Assert.True(ring.Waits.WaitUntil(last.Consumer.Sequence, i, never) >= i);
        }

        foreach (var witness in parallel.Append(last))
            witness.Consumer.Halt();
        foreach (var witness in parallel.Append(last))
        {
            witness.JoinOrFail();
            Assert.Equal(Events, witness.Numbers.Count);
        }
    }
}
