using Draizer.Domain.Identity;
using Draizer.Domain.Markets;

namespace Draizer.Domain.Orders;

/// <summary>What an order means for the position: BUY and SHORT open or add (and flip), SELL and COVER only reduce.</summary>
public enum OrderAction : byte
{
    Buy,
    Sell,
    Short,
    Cover,
}

/// <summary>How an order finds its price.</summary>
public enum OrderType : byte
{
    Market,
    Limit,
    Stop,
    TakeProfit,
}

/// <summary>How long an order may rest.</summary>
public enum TimeInForce : byte
{
    Gtc,
    Ioc,
    PostOnly,
}

/// <summary>Where an order stands. FILLED, CANCELLED, REJECTED and EXPIRED are final.</summary>
public enum OrderStatus : byte
{
    Pending,
    Open,
    Partial,
    Filled,
    Cancelled,
    Rejected,
    Expired,
}

/// <summary>An order as it stood after one change; the newest of an id is how it stands now.</summary>
public sealed record OrderSnapshot
{
    public required EntityId OrderId { get; init; }
    public required Instrument Instrument { get; init; }
    public required OrderAction Action { get; init; }
    public required OrderType Type { get; init; }
    public TimeInForce TimeInForce { get; init; }
    public required decimal Quantity { get; init; }

    /// <summary>The limit or trigger where there is one, else the price seen when the order was sent; null when none was known.</summary>
    public decimal? RequestedPrice { get; init; }

    public decimal FilledQuantity { get; init; }
    public decimal? AveragePrice { get; init; }

    /// <summary>How much worse than <see cref="RequestedPrice"/> it was filled, in percent; negative when better.</summary>
    public decimal? SlippagePct { get; init; }

    public int Leverage { get; init; } = 1;
    public required OrderStatus Status { get; init; }

    /// <summary>Why it was sent: a section's name (<c>Z1</c>, <c>ZE1</c>, <c>E1</c>), <c>manual</c>, <c>stop_loss</c>, <c>take_profit</c>, <c>session_stop</c>.</summary>
    public required string Origin { get; init; }

    /// <summary>Why it was rejected or cancelled: a <see cref="RefusalCode"/>.</summary>
    public string? Reason { get; init; }

    public decimal Commission { get; init; }

    /// <summary>Realized by the part of this order that reduced a position, before fees; null when it reduced nothing.</summary>
    public decimal? RealizedPnl { get; init; }

    public string? Strategy { get; init; }
    public EntityId? SignalId { get; init; }
    public required long CreatedUs { get; init; }
    public required long UpdatedUs { get; init; }
}

/// <summary>Whether a status can still change, and which side of the market an action takes.</summary>
public static class OrderRules
{
    public static bool IsFinal(this OrderStatus status) => status >= OrderStatus.Filled;

    public static bool IsReduceOnly(this OrderAction action) => action is OrderAction.Sell or OrderAction.Cover;

    public static Side Side(this OrderAction action) =>
        action is OrderAction.Buy or OrderAction.Cover ? Markets.Side.Buy : Markets.Side.Sell;
}
