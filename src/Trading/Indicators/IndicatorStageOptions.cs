namespace Draizer.Trading.Indicators;

/// <summary>How much of the past the indicator stage keeps.</summary>
public sealed record IndicatorStageOptions
{
    /// <summary>
    /// Trades at least this young are kept, so that a new session finds its indicators ready; longer where a window in use looks
    /// further back. An hour covers a session's usual warm-up twice.
    /// </summary>
    public int RetentionSeconds { get; init; } = 3_600;

    /// <summary>
    /// Trades kept of one instrument at most, 24 bytes each, grown on demand. What needs more than that is not ready.
    /// </summary>
    public int MaxTradesPerInstrument { get; init; } = 1 << 17;
}
