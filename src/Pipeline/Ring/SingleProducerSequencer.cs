using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Draizer.Pipeline.Ring;

/// <summary>For one producing thread: a claim is an addition, a publish is a store.</summary>
internal sealed class SingleProducerSequencer : Sequencer
{
    private PaddedLong _claimed;
    private PaddedLong _gateSeen;

    public SingleProducerSequencer(int capacity, IWaitStrategy waits)
        : base(capacity, waits)
    {
        _claimed.Value = Sequence.Initial;
        _gateSeen.Value = Sequence.Initial;
    }

    protected override long Claimed => _claimed.Value;

    public override bool TryClaim(int count, out long last)
    {
        last = _claimed.Value + count;
        if (last - Capacity > _gateSeen.Value && !ConsumersHavePassed(last - Capacity))
            return false;

        _claimed.Value = last;
        return true;
    }

    public override void Publish(long first, long last)
    {
        Debug.Assert(first == Cursor.Value + 1 && last <= _claimed.Value, "A single producer publishes what it claimed, in order.");

        Cursor.Advance(last);
        SignalCursor();
    }

    // Reading the consumers' sequences takes their cache lines from them, so it is done once a lap and not once a claim.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool ConsumersHavePassed(long sequence)
    {
        _gateSeen.Value = Gating.Minimum();
        return sequence <= _gateSeen.Value;
    }
}
