using Draizer.Domain.Orders;

namespace Draizer.Grains.Events;

/// <summary>The names of events, as clients know them.</summary>
public static class SessionEventNames
{
    public const string OrderCreated = "order_created";
    public const string OrderUpdated = "order_updated";
    public const string OrderFilled = "order_filled";
    public const string OrderCancelled = "order_cancelled";
    public const string OrderRejected = "order_rejected";
    public const string PositionOpened = "position_opened";
    public const string PositionClosed = "position_closed";
    public const string PositionUpdated = "position_updated";
    public const string SignalGenerated = "signal_generated";
    public const string StrategyStateChanged = "strategy_state_changed";
    public const string SessionStatus = "session_status";
    public const string RiskAlert = "risk_alert";
    public const string BalanceUpdated = "balance_updated";
    public const string PerformanceUpdated = "performance_updated";
    public const string IndicatorUpdated = "indicator_updated";

    public static string OfOrder(OrderStatus status, bool isNew) => status switch
    {
        OrderStatus.Rejected => OrderRejected,
        OrderStatus.Filled => OrderFilled,
        OrderStatus.Cancelled => OrderCancelled,
        OrderStatus.Pending when isNew => OrderCreated,
        _ => OrderUpdated,
    };
}
