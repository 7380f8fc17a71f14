using Draizer.Trading.Engine;

namespace Draizer.Pipeline.Ring;

/// <summary>
/// Reports on their way from the execution thread back to the strategy thread: one writer, one reader, no bound and no waiting, because
/// two stages that wait for each other stop for ever.
/// </summary>
/// <remarks>
/// A chain of segments; a slot that is not null is full. The writer takes emptied segments from behind the reader, so memory stays at its
/// peak and a warm queue allocates nothing. Nothing is padded: reports are as rare as orders.
/// </remarks>
public sealed class SpscReportQueue : IReportSink, IReportSource
{
    private readonly int _segmentLength;

    // The writer's.
    private Segment _oldest;
    private Segment _writing;
    private int _writeAt;

    // The reader's; the writer looks at where it reads, to know which segments are behind it.
    private Segment _reading;
    private int _readAt;

    public SpscReportQueue(int segmentLength = 256)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(segmentLength, 1);

        _segmentLength = segmentLength;
        _oldest = _writing = _reading = new Segment(segmentLength);
    }

    /// <summary>Segments made so far; it stops growing once the queue has seen its peak.</summary>
    public int Segments { get; private set; } = 1;

    public void Enqueue(Report report)
    {
        if (_writeAt == _segmentLength)
        {
            var next = EmptySegment();
            Volatile.Write(ref _writing.Next, next);
            _writing = next;
            _writeAt = 0;
        }

        Volatile.Write(ref _writing.Reports[_writeAt++], report);
    }

    public bool TryDequeue(out Report? report)
    {
        report = null;
        if (_readAt == _segmentLength && !MoveToNextSegment())
            return false;

        ref var slot = ref _reading.Reports[_readAt];
        report = Volatile.Read(ref slot);
        if (report is null)
            return false;

        slot = null;
        _readAt++;
        return true;
    }

    private bool MoveToNextSegment()
    {
        var next = Volatile.Read(ref _reading.Next);
        if (next is null)
            return false;

        // Release: the writer that sees the reader gone must see its slots emptied too.
        Volatile.Write(ref _reading, next);
        _readAt = 0;
        return true;
    }

    private Segment EmptySegment()
    {
        if (_oldest == Volatile.Read(ref _reading))
        {
            Segments++;
            return new Segment(_segmentLength);
        }

        var segment = _oldest;
        _oldest = segment.Next!;
        segment.Next = null;
        return segment;
    }

    private sealed class Segment(int length)
    {
        public readonly Report?[] Reports = new Report?[length];
        public Segment? Next;
    }
}
