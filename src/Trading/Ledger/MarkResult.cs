namespace Draizer.Trading.Ledger;

/// <summary>What is left of a position after a mark.</summary>
public enum MarkStatus : byte
{
    /// <summary>There was no position.</summary>
    None,
    Open,
    Liquidated,
}

/// <summary>What a mark did to the position in its instrument.</summary>
/// <param name="LostMargin">All the margin the position had, when it was liquidated.</param>
/// <param name="Closed">The round trip that the liquidation ended.</param>
public readonly record struct MarkResult(MarkStatus Status, decimal LostMargin = 0, ClosedTrip? Closed = null);
