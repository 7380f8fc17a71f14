namespace Draizer.Trading.Indicators;

/// <summary>
/// A point in time at a fixed distance before now, standing on the last trade at or before it. Windows with the same distance
/// share it.
/// </summary>
internal sealed class WindowEdge(long distanceUs)
{
    private TradeCursor _cursor = new();

    public long DistanceUs => distanceUs;

    /// <summary>The time it stands for.</summary>
    public long TimeUs { get; private set; }

    /// <summary>Variants that look at it.</summary>
    public int Uses { get; set; }

    /// <summary>The last trade at or before it. Meaningless where the edge is not covered.</summary>
    public ref readonly TradeCursor Trade => ref _cursor;

    public double Price => _cursor.Price;

    /// <summary>Whether a history that began at a time reaches back to this edge, and the trades there are still kept.</summary>
    public bool IsCoveredSince(long startUs) => startUs <= TimeUs && _cursor.TimeUs <= TimeUs;

    public void MoveTo(long nowUs, TradeHistory history)
    {
        TimeUs = nowUs - distanceUs;

        // Only after a burst beyond the cap, or when new. Where the oldest trade is after the edge, the edge is not covered.
        if (_cursor.Ordinal < history.First - 1)
            _cursor = history.Oldest;

        while (_cursor.Ordinal + 1 < history.Next)
        {
            ref readonly var next = ref history[_cursor.Ordinal + 1];
            if (next.TimeUs > TimeUs)
                break;
            _cursor.StepTo(in next);
        }
    }

    /// <summary>Takes up the totals again after they were restarted.</summary>
    public void Rewalk(TradeHistory history)
    {
        var ordinal = _cursor.Ordinal;
        _cursor = ordinal < history.First ? new TradeCursor() : history.Oldest;
        while (_cursor.Ordinal >= 0 && _cursor.Ordinal < ordinal)
            _cursor.StepTo(in history[_cursor.Ordinal + 1]);
    }
}
