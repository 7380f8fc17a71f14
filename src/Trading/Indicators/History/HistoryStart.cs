namespace Draizer.Trading.Indicators;

/// <summary>When the history of a variant begins: at a trade, which may still be to come.</summary>
internal sealed class HistoryStart
{
    /// <summary>Time of its first trade; the end of time until there is one.</summary>
    public long TimeUs { get; set; } = long.MaxValue;
}
