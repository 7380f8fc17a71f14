using Draizer.Api.Wire;
using Draizer.Domain.Positions;

namespace Draizer.Api.Positions;

/// <summary>A position on the wire.</summary>
public sealed record PositionBody
{
    public required string PositionId { get; init; }
    public required string SessionId { get; init; }
    public required string Venue { get; init; }
    public required string Symbol { get; init; }
    public required string MarketType { get; init; }
    public required string Side { get; init; }
    public required string Status { get; init; }
    public required decimal Quantity { get; init; }
    public required decimal EntryPrice { get; init; }
    public required decimal CurrentPrice { get; init; }
    public required decimal Leverage { get; init; }
    public required decimal Margin { get; init; }
    public required decimal? MarginRatioPct { get; init; }
    public required decimal? LiquidationPrice { get; init; }
    public required decimal UnrealizedPnl { get; init; }
    public required decimal? UnrealizedPnlPct { get; init; }
    public required decimal RealizedPnl { get; init; }
    public required decimal Fees { get; init; }
    public required decimal FundingAccrued { get; init; }
    public required decimal? StopLossPrice { get; init; }
    public required decimal? TakeProfitPrice { get; init; }
    public required string? StrategyName { get; init; }
    public required string? SignalId { get; init; }
    public required Timestamp OpenedAt { get; init; }
    public required Timestamp UpdatedAt { get; init; }
    public required Timestamp? ClosedAt { get; init; }
    public required double DurationSeconds { get; init; }
    public required string? CloseReason { get; init; }

    public static PositionBody Of(string sessionId, PositionSnapshot p) => new()
    {
        PositionId = p.PositionId.ToString(),
        SessionId = sessionId,
        Venue = p.Instrument.Venue,
        Symbol = p.Instrument.Symbol,
        MarketType = Words.Of(p.Instrument.MarketType),
        Side = Words.Of(p.Side),
        Status = p.IsOpen ? "OPEN" : "CLOSED",
        Quantity = p.Quantity,
        EntryPrice = p.EntryPrice,
        CurrentPrice = p.CurrentPrice,
        Leverage = p.Leverage,
        Margin = p.Margin,
        MarginRatioPct = p.MarginRatioPct,
        LiquidationPrice = p.LiquidationPrice,
        UnrealizedPnl = p.UnrealizedPnl,
        UnrealizedPnlPct = p.UnrealizedPnlPct,
        RealizedPnl = p.RealizedPnl,
        Fees = p.Fees,
        FundingAccrued = p.FundingAccrued,
        StopLossPrice = p.StopLossPrice,
        TakeProfitPrice = p.TakeProfitPrice,
        StrategyName = p.Strategy,
        SignalId = p.SignalId?.ToString(),
        OpenedAt = new Timestamp(p.OpenedUs),
        UpdatedAt = new Timestamp(p.UpdatedUs),
        ClosedAt = Timestamp.From(p.ClosedUs),
        DurationSeconds = ((p.ClosedUs ?? p.UpdatedUs) - p.OpenedUs) / 1e6,
        CloseReason = p.IsOpen ? null : Words.LowerOf(p.CloseReason),
    };
}
