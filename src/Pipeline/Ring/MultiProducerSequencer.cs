using System.Numerics;

namespace Draizer.Pipeline.Ring;

/// <summary>
/// For several producing threads. Slots are published in any order, each marked with its lap; whoever publishes moves the cursor over
/// all that is then without a gap. Readers therefore need to know nothing of producers: the cursor is as good as with one.
/// </summary>
internal sealed class MultiProducerSequencer : Sequencer
{
    private readonly Sequence _claimed = new();
    private readonly Sequence _gateSeen = new();
    private readonly int[] _laps;
    private readonly int _lapShift;

    public MultiProducerSequencer(int capacity, IWaitStrategy waits)
        : base(capacity, waits)
    {
        _laps = new int[capacity];
        Array.Fill(_laps, -1);
        _lapShift = BitOperations.Log2((uint)capacity);
    }

    protected override long Claimed => _claimed.Value;

    public override bool TryClaim(int count, out long last)
    {
        long claimed;
        do
        {
            claimed = _claimed.Value;
            last = claimed + count;
            if (last - Capacity > _gateSeen.Value && !ConsumersHavePassed(last - Capacity))
                return false;
        }
        while (!_claimed.TryAdvance(claimed, last));

        return true;
    }

    public override void Publish(long first, long last)
    {
        for (var sequence = first; sequence <= last; sequence++)
            Volatile.Write(ref LapOf(sequence), (int)(sequence >> _lapShift));

        // Marks before cursor, here and in every other producer: if two publish at once, the one whose fence comes second sees
        // the other's mark or the other's cursor, so the last to come leaves no gapless stretch behind.
        Interlocked.MemoryBarrier();
        if (MoveCursor())
            SignalCursor();
    }

    private bool MoveCursor()
    {
        var moved = false;
        while (true)
        {
            var cursor = Cursor.Value;
            var end = EndOfGapless(cursor);
            if (end == cursor)
                return moved;

            // A failure means that another producer moved it: look again from there.
            moved |= Cursor.TryAdvance(cursor, end);
        }
    }

    private long EndOfGapless(long from)
    {
        var next = from + 1;
        while (Volatile.Read(ref LapOf(next)) == (int)(next >> _lapShift))
            next++;

        return next - 1;
    }

    private bool ConsumersHavePassed(long sequence)
    {
        // Producers may overwrite each other's reading with an older one: that only makes one of them read again.
        var gate = Gating.Minimum();
        _gateSeen.Advance(gate);
        return sequence <= gate;
    }

    private ref int LapOf(long sequence) => ref _laps[(int)sequence & (_laps.Length - 1)];
}
