using Draizer.Domain.Identity;
using Draizer.Domain.Markets;

namespace Draizer.Domain.Positions;

/// <summary>Which way a position or a strategy's direction points.</summary>
public enum PositionSide : byte
{
    Long,
    Short,
}

/// <summary>Why a position ended.</summary>
public enum CloseReason : byte
{
    None,
    Strategy,
    Emergency,
    StopLoss,
    TakeProfit,
    Liquidated,
    Manual,
    SessionStop,
    Flipped,
}

/// <summary>A position as it stood after one change or mark, from flat to flat under one id.</summary>
public sealed record PositionSnapshot
{
    public required EntityId PositionId { get; init; }
    public required Instrument Instrument { get; init; }
    public required PositionSide Side { get; init; }
    public required bool IsOpen { get; init; }
    public required decimal Quantity { get; init; }
    public required decimal EntryPrice { get; init; }

    /// <summary>The mark, or the last price where there is none; of a closed position the price of its last fill.</summary>
    public required decimal CurrentPrice { get; init; }

    public required decimal Margin { get; init; }

    /// <summary>Cost over margin, as it came out of all additions.</summary>
    public required decimal Leverage { get; init; }

    public decimal? LiquidationPrice { get; init; }
    public required decimal UnrealizedPnl { get; init; }

    /// <summary>Of the margin; null when that is 0.</summary>
    public decimal? UnrealizedPnlPct { get; init; }

    /// <summary>How much of the way from entry to liquidation is left, 0 to 100.</summary>
    public decimal? MarginRatioPct { get; init; }

    public decimal RealizedPnl { get; init; }
    public decimal Fees { get; init; }

    /// <summary>Funding paid so far; negative when received.</summary>
    public decimal FundingAccrued { get; init; }

    public decimal? StopLossPrice { get; init; }
    public decimal? TakeProfitPrice { get; init; }
    public string? Strategy { get; init; }
    public EntityId? SignalId { get; init; }
    public CloseReason CloseReason { get; init; }
    public required long OpenedUs { get; init; }
    public required long UpdatedUs { get; init; }
    public long? ClosedUs { get; init; }
}

/// <summary>Arithmetic on <see cref="PositionSide"/>.</summary>
public static class PositionSideExtensions
{
    /// <summary>+1 for long, -1 for short.</summary>
    public static int Sign(this PositionSide side) => side == PositionSide.Long ? 1 : -1;
}
