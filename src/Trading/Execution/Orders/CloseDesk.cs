using Draizer.Domain.Money;
using Draizer.Domain.Orders;
using Draizer.Domain.Positions;
using Draizer.Domain.Sessions;
using Draizer.Trading.Engine;
using Draizer.Trading.Execution.Accounts;
using Draizer.Trading.Execution.Market;
using Draizer.Trading.Execution.Paper;
using Draizer.Trading.Execution.Risk;

namespace Draizer.Trading.Execution.Orders;

/// <summary>Sends the orders that close positions, for strategies, users, stops and targets; at most one at a time for all of a position.</summary>
public sealed class CloseDesk(InstrumentMarket[] markets, OutputLog log, OrderStates states, ReportDesk reports, PaperVenue venue)
{
    /// <summary>Closes a strategy's position as its intent says. Where the position is gone already, the report of that is on its way.</summary>
    public void Close(Account account, Intent intent)
    {
        if (account.HeldOn(intent.Instrument) is not { } held)
            return;

        if (account.Status == SessionStatus.Error)
        {
            reports.ExitRejected(account, intent.Strategy, intent.Instrument, RefusalCode.InternalError, intent.TimeUs);
            return;
        }

        var reason = intent.Kind == IntentKind.EmergencyClose ? CloseReason.Emergency
            : intent.Origin == OrderOrigin.SessionStop ? CloseReason.SessionStop : CloseReason.Strategy;
        if (intent.Kind == IntentKind.Close && ShiftedPrice(account, held, intent) is { } limit)
            CloseAll(account, held, OrderType.Limit, limit, intent.Origin, reason, intent.TimeUs);
        else
            CloseAtMarket(account, held, intent.Origin, reason, intent.TimeUs);
    }

    /// <summary>Sends a market order for all of a position; null when one that closes it is on its way already.</summary>
    public WorkingOrder? CloseAtMarket(Account account, HeldPosition held, string origin, CloseReason reason, long timeUs) =>
        CloseAll(account, held, OrderType.Market, price: null, origin, reason, timeUs);

    /// <summary>Sends a market order for a part of a position, beside what may be closing all of it.</summary>
    public WorkingOrder ReduceAtMarket(Account account, HeldPosition held, decimal quantity, string origin, CloseReason reason, long timeUs)
    {
        var order = ReducingOrder(account, held, OrderType.Market, price: null, origin, reason, timeUs);
        order.Quantity = quantity;
        Send(order, timeUs);
        return order;
    }

    /// <summary>A stop or a target: its order is at the venue already, so it meets the market at once.</summary>
    /// <returns>False when an order that cannot be called back closes the position anyway.</returns>
    public bool TryTrigger(Account account, HeldPosition held, CloseReason reason, long timeUs)
    {
        if (!TryMakeWay(held, timeUs))
            return false;

        var isStop = reason == CloseReason.StopLoss;
        var order = ReducingOrder(
            account, held, isStop ? OrderType.Stop : OrderType.TakeProfit, isStop ? held.StopLossPrice : held.TakeProfitPrice,
            isStop ? OrderOrigin.StopLoss : OrderOrigin.TakeProfit, reason, timeUs);
        held.ClosingOrder = order;
        states.Accept(order, timeUs);
        venue.Meet(order, timeUs);
        return true;
    }

    private WorkingOrder? CloseAll(
        Account account, HeldPosition held, OrderType type, decimal? price, string origin, CloseReason reason, long timeUs)
    {
        if (!TryMakeWay(held, timeUs))
            return null;

        var order = ReducingOrder(account, held, type, price, origin, reason, timeUs);
        held.ClosingOrder = order;
        Send(order, timeUs);
        return order;
    }

    private void Send(WorkingOrder order, long timeUs)
    {
        states.Accept(order, timeUs);
        venue.Send(order, timeUs);
    }

    // A limit order gives way to the new one; a market order cannot be called back, and does the same job.
    private bool TryMakeWay(HeldPosition held, long timeUs)
    {
        if (held.ClosingOrder is not { } closing)
            return true;
        if (closing.Type != OrderType.Limit)
            return false;

        states.End(closing, OrderStatus.Cancelled, OrderEnd.Replaced, timeUs);
        return true;
    }

    /// <summary>An order for all of a position.</summary>
    /// <param name="price">The limit or the trigger; null for an order at market.</param>
    private WorkingOrder ReducingOrder(
        Account account, HeldPosition held, OrderType type, decimal? price, string origin, CloseReason reason, long timeUs)
    {
        var position = account.Ledger.PositionOf(held.InstrumentIndex)!;
        var action = position.Side == PositionSide.Long ? OrderAction.Sell : OrderAction.Cover;
        var market = markets[held.InstrumentIndex].FreshOrLastAt(timeUs, account.Spec.RiskLimits.MaxQuoteAgeMs);
        return new WorkingOrder
        {
            Id = log.NewId(),
            Account = account,
            InstrumentIndex = held.InstrumentIndex,
            Instrument = held.Instrument,
            Action = action,
            Origin = origin,
            Quantity = position.Quantity,
            Type = type,
            LimitPrice = type == OrderType.Limit ? price : null,
            RequestedPrice = price ?? (market.HasPrice ? Exact.FromDouble(market.TouchFor(action.Side())) : null),
            CloseReason = reason,
            Leverage = held.Leverage,
            Strategy = held.Strategy,
            SignalId = held.SignalId,
            CreatedUs = timeUs,
        };
    }

    /// <summary>The current price moved in the position's favor, as a price an order can have; null when the close is to be at market.</summary>
    private decimal? ShiftedPrice(Account account, HeldPosition held, Intent intent)
    {
        var market = markets[held.InstrumentIndex].FreshOrLastAt(intent.TimeUs, account.Spec.RiskLimits.MaxQuoteAgeMs);
        if (intent.CloseShiftPct <= 0 || !market.HasPrice)
            return null;

        var side = account.Ledger.PositionOf(held.InstrumentIndex)!.Side;
        var price = Exact.FromDouble(market.CurrentPrice) * (1 + (side.Sign() * Exact.FromDouble(intent.CloseShiftPct) / 100));
        return ProtectivePrices.ToTick(price, side, held.Instrument);
    }
}
