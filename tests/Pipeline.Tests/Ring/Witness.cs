using Draizer.Pipeline.Ring;

namespace Draizer.Pipeline.Tests.Ring;

/// <summary>A consumer that writes down what it saw.</summary>
internal sealed class Witness
{
    /// <summary>Long enough for a loaded machine; only a hang takes that long.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public Witness(RingBuffer<Slot> ring, SequenceBarrier barrier, RingConsumerOptions? options = null, RingHandler<Slot>? also = null)
    {
        Consumer = new RingConsumer<Slot>(
            "witness",
            ring,
            barrier,
            (ref slot, sequence, endOfBatch) =>
            {
                if (!slot.IsWhole)
                    Torn++;

                Numbers.Add(slot.Number);
                BatchEnds.Add(endOfBatch);
                also?.Invoke(ref slot, sequence, endOfBatch);
            },
            new ReportAndGoOn((_, sequence, error) => Errors.Add((sequence, error.Message))),
            options);
    }

    public RingConsumer<Slot> Consumer { get; }
    public List<long> Numbers { get; } = [];
    public List<bool> BatchEnds { get; } = [];
    public List<(long Sequence, string Message)> Errors { get; } = [];
    public int Torn { get; private set; }

    public void JoinOrFail() => Assert.True(Consumer.Join(Patience), $"{Consumer.Name} hangs at {Consumer.Sequence.Value}.");

    /// <summary>Puts one event into the ring.</summary>
    public static void Publish(RingBuffer<Slot> ring, long number)
    {
        var sequence = ring.Claim();
        ring[sequence].Fill(number);
        ring.Publish(sequence);
    }
}
