namespace Draizer.Venues.Simulated;

/// <summary>The feeds as a heap on the time of their next event; of equal times the first in the catalogue leads.</summary>
internal sealed class FeedQueue
{
    private readonly InstrumentFeed[] _feeds;
    private readonly int[] _heap;

    public FeedQueue(InstrumentFeed[] feeds)
    {
        _feeds = feeds;
        _heap = new int[feeds.Length];
        for (var i = 0; i < _heap.Length; i++)
            _heap[i] = i;
        for (var i = _heap.Length / 2 - 1; i >= 0; i--)
            SiftDown(i);
    }

    public InstrumentFeed First => _feeds[_heap[0]];

    /// <summary>To be called when the first feed has moved on.</summary>
    public void Reorder() => SiftDown(0);

    private void SiftDown(int position)
    {
        var moving = _heap[position];
        while (true)
        {
            var child = 2 * position + 1;
            if (child >= _heap.Length)
                break;
            if (child + 1 < _heap.Length && Precedes(_heap[child + 1], _heap[child]))
                child++;
            if (!Precedes(_heap[child], moving))
                break;
            _heap[position] = _heap[child];
            position = child;
        }

        _heap[position] = moving;
    }

    private bool Precedes(int one, int other)
    {
        var oneUs = _feeds[one].NextUs;
        var otherUs = _feeds[other].NextUs;
        return oneUs < otherUs || (oneUs == otherUs && one < other);
    }
}
