namespace Draizer.Pipeline.Ring;

/// <summary>How many threads claim slots of a ring at the same time.</summary>
public enum ProducerKind : byte
{
    Single,
    Multi,
}

/// <summary>Hands out slots to producers and says how far they may be read: up to <see cref="Cursor"/>, without a gap.</summary>
internal abstract class Sequencer
{
    private readonly IWaitStrategy _waits;
    private SequenceGroup _gating = SequenceGroup.Empty;

    protected Sequencer(int capacity, IWaitStrategy waits)
    {
        Capacity = capacity;
        _waits = waits;
    }

    public Sequence Cursor { get; } = new();

    public int Capacity { get; }

    /// <summary>Those whose slots may not be overwritten before they are done with them.</summary>
    public SequenceGroup Gating => Volatile.Read(ref _gating);

    /// <summary>The last slot handed out.</summary>
    protected abstract long Claimed { get; }

    public static Sequencer Create(ProducerKind producers, int capacity, IWaitStrategy waits) =>
        producers == ProducerKind.Single ? new SingleProducerSequencer(capacity, waits) : new MultiProducerSequencer(capacity, waits);

    public abstract bool TryClaim(int count, out long last);

    public abstract void Publish(long first, long last);

    public void AddGating(ReadOnlySpan<Sequence> sequences) => Volatile.Write(ref _gating, Gating.With(sequences));

    /// <summary>Waits while the ring is full; false if the alert was raised before there was room.</summary>
    public bool Claim(int count, Alert alert, out long last)
    {
        while (!TryClaim(count, out last))
        {
            if (alert.IsRaised)
                return false;

            _waits.WaitUntil(Gating, Claimed + count - Capacity, alert);
        }

        return true;
    }

    protected void SignalCursor() => _waits.Signal(Cursor);
}
