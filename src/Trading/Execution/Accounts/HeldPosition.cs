using Draizer.Domain.Identity;
using Draizer.Domain.Markets;
using Draizer.Domain.Positions;
using Draizer.Trading.Execution.Orders;
using Draizer.Trading.Ledger;

namespace Draizer.Trading.Execution.Accounts;

/// <summary>What execution knows of a position beside its money: whose it is, what guards it, what is closing it.</summary>
public sealed class HeldPosition
{
    public required EntityId Id { get; init; }
    public required int InstrumentIndex { get; init; }
    public required Instrument Instrument { get; init; }

    /// <summary>As it was opened; shown when it is closed and has no margin left to tell it by.</summary>
    public required int Leverage { get; init; }

    public string? Strategy { get; init; }
    public EntityId? SignalId { get; init; }
    public double? SignalConfidence { get; init; }
    public decimal? StopLossPrice { get; set; }
    public decimal? TakeProfitPrice { get; set; }

    /// <summary>The order on its way to close all of it, or resting to do so.</summary>
    public WorkingOrder? ClosingOrder { get; set; }

    /// <summary>When its value was told last.</summary>
    public long MarkedUs { get; set; }

    public PositionSnapshot Snapshot(LedgerPosition position, long timeUs) => new()
    {
        PositionId = Id,
        Instrument = Instrument,
        Side = position.Side,
        IsOpen = true,
        Quantity = position.Quantity,
        EntryPrice = position.EntryPrice,
        CurrentPrice = position.Mark,
        Margin = position.Margin,
        Leverage = Math.Round(position.Leverage, 8),
        LiquidationPrice = position.LiquidationPrice,
        UnrealizedPnl = position.UnrealizedPnl,
        UnrealizedPnlPct = position.UnrealizedPnlPct is { } pct ? Math.Round(pct, 8) : null,
        MarginRatioPct = Math.Round(position.MarginRatioPct, 8),
        RealizedPnl = position.Realized,
        Fees = position.Fees,
        FundingAccrued = position.FundingAccrued,
        StopLossPrice = StopLossPrice,
        TakeProfitPrice = TakeProfitPrice,
        Strategy = Strategy,
        SignalId = SignalId,
        OpenedUs = position.OpenedUs,
        UpdatedUs = timeUs,
    };

    public PositionSnapshot ClosedSnapshot(ClosedTrip trip, CloseReason reason, long timeUs) => new()
    {
        PositionId = Id,
        Instrument = Instrument,
        Side = trip.Side,
        IsOpen = false,
        Quantity = 0,
        EntryPrice = trip.EntryPrice,
        CurrentPrice = trip.ExitPrice,
        Margin = 0,
        Leverage = Leverage,
        UnrealizedPnl = 0,
        RealizedPnl = trip.Realized,
        Fees = trip.Fees,
        FundingAccrued = trip.Funding,
        StopLossPrice = StopLossPrice,
        TakeProfitPrice = TakeProfitPrice,
        Strategy = Strategy,
        SignalId = SignalId,
        CloseReason = reason,
        OpenedUs = trip.OpenedUs,
        UpdatedUs = timeUs,
        ClosedUs = timeUs,
    };

    public RoundTrip RoundTrip(ClosedTrip trip, CloseReason reason) => new()
    {
        PositionId = Id,
        Instrument = Instrument,
        Side = trip.Side,
        Quantity = trip.MaxQuantity,
        EntryPrice = trip.EntryPrice,
        ExitPrice = trip.ExitPrice,
        RealizedPnl = trip.Realized,
        Fees = trip.Fees,
        Funding = trip.Funding,
        OpenedUs = trip.OpenedUs,
        ClosedUs = trip.ClosedUs,
        CloseReason = reason,
        Strategy = Strategy,
        SignalId = SignalId,
        SignalConfidence = SignalConfidence,
    };
}
