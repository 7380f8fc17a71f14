using Draizer.Domain.Positions;

namespace Draizer.Trading.Ledger;

/// <summary>A position's life from flat to flat, in the ledger's figures.</summary>
public sealed record ClosedTrip
{
    public required int Instrument { get; init; }
    public required PositionSide Side { get; init; }

    /// <summary>The largest quantity held.</summary>
    public required decimal MaxQuantity { get; init; }

    /// <summary>Average of all that entered, by quantity.</summary>
    public required decimal EntryPrice { get; init; }

    /// <summary>Average of all that left, by quantity; what was liquidated left at the mark.</summary>
    public required decimal ExitPrice { get; init; }

    public required decimal Realized { get; init; }
    public required decimal Fees { get; init; }
    public required decimal Funding { get; init; }
    public required long OpenedUs { get; init; }
    public required long ClosedUs { get; init; }
    public required bool IsLiquidation { get; init; }

    /// <summary>Above 0 a win, below 0 a loss.</summary>
    public decimal NetPnl => Realized - Fees - Funding;
}
