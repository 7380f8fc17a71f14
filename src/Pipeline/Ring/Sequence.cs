namespace Draizer.Pipeline.Ring;

/// <summary>How far a producer or a consumer has come. One owner advances it, anyone reads it.</summary>
public sealed class Sequence
{
    /// <summary>The value before the first event.</summary>
    public const long Initial = -1;

    private PaddedLong _value;
    private PaddedLong _parked;

    public Sequence()
    {
        _value.Value = Initial;
        Alone = new SequenceGroup(this);
    }

    /// <summary>Reads with acquire: what the owner wrote before advancing is visible afterwards.</summary>
    public long Value => Volatile.Read(ref _value.Value);

    /// <summary>The group of this one sequence, for waits on it.</summary>
    public SequenceGroup Alone { get; }

    /// <summary>Whether a thread is parked until this moves; to be read after the advance.</summary>
    internal bool HasParked => Volatile.Read(ref _parked.Value) != 0;

    /// <summary>Writes with release: what the owner did before is visible to whoever reads the new value.</summary>
    public void Advance(long value) => Volatile.Write(ref _value.Value, value);

    /// <summary>Advances a sequence of several owners; a full fence whether it succeeds or not.</summary>
    internal bool TryAdvance(long from, long to) => Interlocked.CompareExchange(ref _value.Value, to, from) == from;

    internal void CountParked(int change) => Interlocked.Add(ref _parked.Value, change);
}
