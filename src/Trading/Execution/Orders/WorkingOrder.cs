using Draizer.Domain.Identity;
using Draizer.Domain.Markets;
using Draizer.Domain.Orders;
using Draizer.Domain.Positions;
using Draizer.Trading.Execution.Accounts;
using Draizer.Trading.Execution.Paper;
using Draizer.Trading.Ledger;

namespace Draizer.Trading.Execution.Orders;

/// <summary>An order from acceptance to its end, owned by the execution stage.</summary>
public sealed class WorkingOrder
{
    public required EntityId Id { get; init; }
    public required Account Account { get; init; }
    public required int InstrumentIndex { get; init; }
    public required Instrument Instrument { get; init; }
    public required OrderAction Action { get; init; }
    public required string Origin { get; init; }
    public required decimal Quantity { get; set; }
    public required long CreatedUs { get; init; }

    /// <summary>Why a position is closed when this order closes it.</summary>
    public required CloseReason CloseReason { get; init; }

    public OrderType Type { get; init; } = OrderType.Market;
    public decimal? LimitPrice { get; init; }

    /// <summary>The limit or trigger where there is one, else the price seen when it was sent.</summary>
    public decimal? RequestedPrice { get; init; }

    public int Leverage { get; init; } = 1;
    public string? Strategy { get; init; }
    public EntityId? SignalId { get; init; }
    public double? SignalConfidence { get; init; }
    public double? StopLossPct { get; init; }
    public double? TakeProfitPct { get; init; }

    /// <summary>What was held back for it when it was accepted.</summary>
    public decimal Reserved { get; set; }

    public OrderStatus Status { get; set; } = OrderStatus.Pending;
    public string? Reason { get; set; }
    public decimal FilledQuantity { get; private set; }
    public decimal FilledNotional { get; private set; }
    public decimal Commission { get; private set; }
    public decimal? RealizedPnl { get; private set; }

    /// <summary>Where it stands in the queue, once it rests at the venue.</summary>
    public QueuePosition Queue;

    public bool IsResting { get; set; }

    public Side Side => Action.Side();
    public decimal Remaining => Quantity - FilledQuantity;
    public bool IsReduceOnly => Action.IsReduceOnly();

    /// <summary>The part that would open or add: what is left once an opposite position is closed.</summary>
    public decimal OpeningQuantity
    {
        get
        {
            if (IsReduceOnly)
                return 0;

            var position = Account.Ledger.PositionOf(InstrumentIndex);
            var isOpposite = position is not null && position.Side != (Side == Side.Buy ? PositionSide.Long : PositionSide.Short);
            return isOpposite ? Math.Max(0, Remaining - position!.Quantity) : Remaining;
        }
    }

    /// <summary>A fill of this order, on its terms.</summary>
    public FillRequest FillAt(decimal quantity, decimal price, long timeUs) => new()
    {
        Instrument = InstrumentIndex,
        Side = Side,
        Quantity = quantity,
        Price = price,
        Leverage = Leverage,
        FeeRate = IsResting ? Instrument.MakerFeeRate : Instrument.TakerFeeRate,
        FlatFee = Account.Spec.Realism.FlatFee,
        MaintenanceRate = Instrument.MaintenanceRate,
        LotSize = Instrument.LotSize,
        ReservedBy = IsReduceOnly ? null : Id,
        ReduceOnly = IsReduceOnly,
        TimeUs = timeUs,
    };

    /// <summary>Leaves no more to fill than this; false when that is the case already.</summary>
    public bool TryTrimTo(decimal remaining)
    {
        if (Remaining <= remaining)
            return false;

        Quantity = FilledQuantity + remaining;
        return true;
    }

    public void Add(decimal quantity, decimal price, decimal fee, decimal? realized)
    {
        FilledQuantity += quantity;
        FilledNotional += quantity * price;
        Commission += fee;
        if (realized is { } gained)
            RealizedPnl = (RealizedPnl ?? 0) + gained;
    }

    public OrderSnapshot Snapshot(long timeUs)
    {
        var average = FilledQuantity > 0 ? FilledNotional / FilledQuantity : (decimal?)null;
        return new OrderSnapshot
        {
            OrderId = Id,
            Instrument = Instrument,
            Action = Action,
            Type = Type,
            Quantity = Quantity,
            RequestedPrice = RequestedPrice,
            FilledQuantity = FilledQuantity,
            AveragePrice = average,
            SlippagePct = SlippagePct(average),
            Leverage = Leverage,
            Status = Status,
            Origin = Origin,
            Reason = Reason,
            Commission = Commission,
            RealizedPnl = RealizedPnl,
            Strategy = Strategy,
            SignalId = SignalId,
            CreatedUs = CreatedUs,
            UpdatedUs = timeUs,
        };
    }

    private decimal? SlippagePct(decimal? average)
    {
        if (average is not { } got || RequestedPrice is not { } asked)
            return null;

        var worse = Side == Side.Buy ? got - asked : asked - got;
        return Math.Round(100 * worse / asked, 6);
    }
}
