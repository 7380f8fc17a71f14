using Draizer.Domain.Identity;
using Draizer.Domain.Markets;

namespace Draizer.Domain.Positions;

/// <summary>One trade from flat to flat, with everything it cost.</summary>
public sealed record RoundTrip
{
    public required EntityId PositionId { get; init; }
    public required Instrument Instrument { get; init; }
    public required PositionSide Side { get; init; }

    /// <summary>The largest quantity held.</summary>
    public required decimal Quantity { get; init; }

    public required decimal EntryPrice { get; init; }
    public required decimal ExitPrice { get; init; }
    public required decimal RealizedPnl { get; init; }
    public required decimal Fees { get; init; }
    public required decimal Funding { get; init; }
    public required long OpenedUs { get; init; }
    public required long ClosedUs { get; init; }
    public required CloseReason CloseReason { get; init; }
    public string? Strategy { get; init; }
    public EntityId? SignalId { get; init; }

    /// <summary>Confidence of the S1 signal that led to it; null when opened by hand.</summary>
    public double? SignalConfidence { get; init; }

    /// <summary>What was left of the trade: above 0 a win, below 0 a loss.</summary>
    public decimal NetPnl => RealizedPnl - Fees - Funding;
}
