namespace Draizer.Trading.Execution.Paper;

/// <summary>
/// Where a resting order stands in the queue at its price: it is reached once the given share of what was displayed ahead of it has traded.
/// </summary>
public struct QueuePosition
{
    private readonly decimal _threshold;
    private decimal _traded;

    /// <param name="displayedAhead">Size shown at the order's price when it came; 0 when it improves the touch.</param>
    /// <param name="thresholdShare">Share of that size which must trade first.</param>
    public QueuePosition(decimal displayedAhead, decimal thresholdShare) => _threshold = displayedAhead * thresholdShare;

    /// <summary>Counts a trade at the order's price.</summary>
    /// <returns>How much has traded behind the threshold so far: what the order may have been filled with in all.</returns>
    public decimal Reach(decimal tradedQuantity)
    {
        _traded += tradedQuantity;
        return Math.Max(0, _traded - _threshold);
    }
}
