using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Draizer.Pipeline.Ring;

/// <summary>A ring of preallocated slots: producers claim, write and publish; consumers follow through barriers.</summary>
public sealed class RingBuffer<T>
    where T : struct
{
    private readonly T[] _slots;
    private readonly int _mask;
    private readonly int _margin;
    private readonly Sequencer _sequencer;
    private readonly Alert _never;

    /// <param name="capacity">A power of two.</param>
    /// <param name="producers">Whether more than one thread claims at a time.</param>
    /// <param name="waits">Shared by everyone who waits around this ring.</param>
    public RingBuffer(int capacity, ProducerKind producers, IWaitStrategy waits)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(capacity);
        if (!BitOperations.IsPow2(capacity))
            throw new ArgumentOutOfRangeException(nameof(capacity), capacity, "The capacity of a ring is a power of two.");

        // Unused slots at both ends, so that nothing else on the heap shares a cache line with the first and the last slot.
        _margin = 1 + ((PaddedLong.Padding - 1) / Unsafe.SizeOf<T>());
        _slots = new T[capacity + (2 * _margin)];
        _mask = capacity - 1;
        _sequencer = Sequencer.Create(producers, capacity, waits);
        _never = new Alert(waits);
        Waits = waits;
    }

    public int Capacity => _sequencer.Capacity;

    public IWaitStrategy Waits { get; }

    /// <summary>The last published event; every one before it is published too.</summary>
    public long Cursor => _sequencer.Cursor.Value;

    /// <summary>Published events that the slowest gating consumer has not finished.</summary>
    public long Depth
    {
        get
        {
            // Consumers first: read later they might have passed the cursor read before.
            var slowest = _sequencer.Gating.Minimum();
            return Math.Max(0, Cursor - slowest);
        }
    }

    /// <summary>The slot of a sequence: its producer's between claim and publish, its consumers' after that.</summary>
    public ref T this[long sequence] =>
        ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_slots), _margin + ((int)sequence & _mask)); // The mask is the bounds check.

    /// <summary>Claims slots, waiting while the ring is full, and returns the last of them. Not for threads that run a stage, which would wait for themselves.</summary>
    public long Claim(int count = 1)
    {
        ThrowUnlessFits(count);
        _sequencer.Claim(count, _never, out var last);
        return last;
    }

    /// <summary>The same, but gives up and returns false when the alert is raised.</summary>
    public bool Claim(int count, Alert giveUp, out long last)
    {
        ThrowUnlessFits(count);
        return _sequencer.Claim(count, giveUp, out last);
    }

    /// <summary>Claims slots if there is room now. <paramref name="last"/> means nothing if not.</summary>
    public bool TryClaim(int count, out long last)
    {
        ThrowUnlessFits(count);
        return _sequencer.TryClaim(count, out last);
    }

    /// <summary>Publishes one claimed slot.</summary>
    public void Publish(long sequence) => _sequencer.Publish(sequence, sequence);

    /// <summary>Publishes slots claimed together.</summary>
    public void Publish(long first, long last) => _sequencer.Publish(first, last);

    /// <summary>A barrier behind the given consumers, or behind the producers if there are none.</summary>
    public SequenceBarrier NewBarrier(params ReadOnlySpan<Sequence> dependsOn) =>
        new(dependsOn.IsEmpty ? _sequencer.Cursor.Alone : new SequenceGroup(dependsOn), Waits);

    /// <summary>Makes producers wait for these consumers. Before the first claim: a consumer added later may have lost events already.</summary>
    public void AddGatingSequences(params ReadOnlySpan<Sequence> sequences)
    {
        if (Cursor != Sequence.Initial)
            throw new InvalidOperationException("Consumers join a ring before its first event.");

        _sequencer.AddGating(sequences);
    }

    private void ThrowUnlessFits(int count)
    {
        if ((uint)(count - 1) > (uint)_mask)
            Refuse(count);
    }

    private void Refuse(int count) =>
        throw new ArgumentOutOfRangeException(nameof(count), count, $"A claim is for 1 to {Capacity} slots.");
}
