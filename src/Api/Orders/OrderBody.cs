using Draizer.Api.Wire;
using Draizer.Domain.Orders;

namespace Draizer.Api.Orders;

/// <summary>An order on the wire.</summary>
public sealed record OrderBody
{
    public required string OrderId { get; init; }
    public required string SessionId { get; init; }
    public string? StrategyName { get; init; }
    public string? SignalId { get; init; }
    public required string Venue { get; init; }
    public required string Symbol { get; init; }
    public required string Action { get; init; }
    public required string Side { get; init; }
    public required string PositionSide { get; init; }
    public required string Type { get; init; }
    public required string TimeInForce { get; init; }
    public required string Origin { get; init; }
    public required decimal Quantity { get; init; }
    public required decimal FilledQuantity { get; init; }
    public decimal? RequestedPrice { get; init; }
    public decimal? ExecutionPrice { get; init; }
    public decimal? SlippagePct { get; init; }
    public required int Leverage { get; init; }
    public required string Status { get; init; }
    public string? Reason { get; init; }
    public required decimal Commission { get; init; }
    public decimal? RealizedPnl { get; init; }
    public required Timestamp CreatedAt { get; init; }
    public required Timestamp UpdatedAt { get; init; }

    public static OrderBody Of(string sessionId, OrderSnapshot order) => new()
    {
        OrderId = order.OrderId.ToString(),
        SessionId = sessionId,
        StrategyName = order.Strategy,
        SignalId = order.SignalId?.ToString(),
        Venue = order.Instrument.Venue,
        Symbol = order.Instrument.Symbol,
        Action = Words.Of(order.Action),
        Side = Words.Of(order.Action.Side()),
        PositionSide = order.Action is OrderAction.Buy or OrderAction.Sell ? "LONG" : "SHORT",
        Type = Words.Of(order.Type),
        TimeInForce = Words.Of(order.TimeInForce),
        Origin = order.Origin,
        Quantity = order.Quantity,
        FilledQuantity = order.FilledQuantity,
        RequestedPrice = order.RequestedPrice,
        ExecutionPrice = order.AveragePrice,
        SlippagePct = order.SlippagePct,
        Leverage = order.Leverage,
        Status = Words.Of(order.Status),
        Reason = order.Reason,
        Commission = order.Commission,
        RealizedPnl = order.RealizedPnl,
        CreatedAt = new Timestamp(order.CreatedUs),
        UpdatedAt = new Timestamp(order.UpdatedUs),
    };
}
