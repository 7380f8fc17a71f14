namespace Draizer.Trading.Indicators;

/// <summary>
/// The recent trades of one instrument, by ordinals that never repeat: a ring that grows on demand up to a cap. It holds what is
/// younger than asked for, and the last trade before that, whose price was in force when that time began.
/// </summary>
internal sealed class TradeHistory(int capacityLimit)
{
    private const int FirstCapacity = 64;

    private Trade[] _ring = [];
    private TradeCursor _oldest = new();

    public int Count => (int)(Next - First);

    /// <summary>Ordinal of the oldest trade kept.</summary>
    public long First { get; private set; }

    /// <summary>Ordinal that the next trade will have.</summary>
    public long Next { get; private set; }

    /// <summary>Trades that a burst pushed out before their time.</summary>
    public long DroppedCount { get; private set; }

    /// <summary>The oldest trade kept, with the totals up to it; of an empty history a cursor before the first trade.</summary>
    public ref readonly TradeCursor Oldest => ref _oldest;

    public ref readonly Trade this[long ordinal] => ref _ring[(int)ordinal & (_ring.Length - 1)];

    /// <summary>Adds a trade and lets go of those that were over by <paramref name="keepFromUs"/>. Says whether any went.</summary>
    public bool Append(in Trade trade, long keepFromUs)
    {
        var first = First;
        while (Count >= 2 && this[First + 1].TimeUs <= keepFromUs)
            DropOldest();

        if (Count == capacityLimit)
        {
            DropOldest();
            DroppedCount++;
        }

        if (Count == _ring.Length)
            Grow();

        _ring[(int)Next & (_ring.Length - 1)] = trade;
        Next++;
        if (Count == 1)
            _oldest.StepTo(in trade);

        return First != first;
    }

    /// <summary>Ordinal of the first trade kept at or after a time; of the next one where there is none.</summary>
    public long FirstFrom(long timeUs)
    {
        var (low, high) = (First, Next);
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            if (this[middle].TimeUs < timeUs)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    /// <summary>Lets the totals begin at the oldest trade kept; every cursor has to walk again from there.</summary>
    public void RestartTotals() => _oldest.ClearTotals();

    private void DropOldest()
    {
        First++;
        _oldest.StepTo(in this[First]);
    }

    private void Grow()
    {
        var ring = new Trade[Math.Max(FirstCapacity, _ring.Length * 2)];
        for (var ordinal = First; ordinal < Next; ordinal++)
            ring[(int)ordinal & (ring.Length - 1)] = this[ordinal];
        _ring = ring;
    }
}
