using System.Reflection;
using System.Runtime.InteropServices;
using Draizer.Pipeline.Ring;

namespace Draizer.Pipeline.Tests.Ring;

public sealed class RingMemoryTests
{
    public static TheoryData<ProducerKind, string> Cases => RingCase.All;

    [Theory, MemberData(nameof(Cases))]
    public void A_warm_ring_allocates_nothing_on_either_side(ProducerKind producers, string waits)
    {
        var allocated = Allocation.LeastOf(() =>
        {
            var (producer, consumer) = AllocatedWhenWarm(producers, waits);
            return Math.Max(producer, consumer);
        });

        // A lock makes its event, and a thread its parker, when it first has to wait, which may be late: once, so far less than an event each.
        Assert.InRange(allocated, 0, 1_000);
    }

    private static (long Producer, long Consumer) AllocatedWhenWarm(ProducerKind producers, string waits)
    {
        var events = new RingCase(producers, waits).Events;
        var ring = new RingCase(producers, waits).NewRing(capacity: 64);
        var (warm, end) = (0L, 0L);
        var consumer = new RingConsumer<Slot>(
            "counting",
            ring,
            ring.NewBarrier(),
            (ref _, sequence, _) =>
            {
                if (sequence == events / 2)
                    warm = GC.GetAllocatedBytesForCurrentThread();

                end = GC.GetAllocatedBytesForCurrentThread();
            },
            new ReportAndGoOn((_, _, error) => throw error));
        ring.AddGatingSequences(consumer.Sequence);
        consumer.Start();

        var producerWarm = 0L;
        for (var i = 0; i < events; i++)
        {
            if (i == events / 2)
                producerWarm = GC.GetAllocatedBytesForCurrentThread();

            Witness.Publish(ring, i);
        }

        var producerEnd = GC.GetAllocatedBytesForCurrentThread();
        consumer.DrainAndStop(events - 1);
        Assert.True(consumer.Join(Witness.Patience));
        Assert.Equal(events - 1, consumer.Sequence.Value);
        return (producerEnd - producerWarm, end - warm);
    }

    [Fact]
    public void A_padded_number_has_its_cache_lines_to_itself()
    {
        var padded = typeof(Sequence).Assembly.GetType("Draizer.Pipeline.Ring.PaddedLong", throwOnError: true)!;
        var field = padded.GetField("Value")!;

        var before = field.GetCustomAttribute<FieldOffsetAttribute>()!.Value;
        var after = Marshal.SizeOf(padded) - before - sizeof(long);

        Assert.True(before >= 128, $"{before} bytes before");
        Assert.True(after >= 128, $"{after} bytes after");
    }

    [Theory]
    [InlineData(typeof(Sequence), "_value")]
    [InlineData(typeof(Sequence), "_parked")]
    [InlineData(typeof(RingConsumer<Slot>), "_handling")]
    public void What_one_thread_writes_per_event_is_padded(Type owner, string field) =>
        Assert.Equal("PaddedLong", owner.GetField(field, BindingFlags.NonPublic | BindingFlags.Instance)!.FieldType.Name);

    [Fact]
    public void A_sequence_is_laid_out_with_its_padding()
    {
        // The object's real size, because a layout attribute is only a wish until the runtime has honored it.
        var before = GC.GetAllocatedBytesForCurrentThread();
        var sequences = new Sequence[100];
        for (var i = 0; i < sequences.Length; i++)
            sequences[i] = new Sequence();

        var each = (GC.GetAllocatedBytesForCurrentThread() - before) / sequences.Length;

        Assert.True(each >= 2 * (128 + sizeof(long) + 128), $"{each} bytes");
    }
}
