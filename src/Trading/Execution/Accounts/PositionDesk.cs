using Draizer.Domain.Identity;
using Draizer.Domain.Orders;
using Draizer.Domain.Outputs;
using Draizer.Domain.Positions;
using Draizer.Trading.Execution.Orders;
using Draizer.Trading.Execution.Risk;
using Draizer.Trading.Ledger;

namespace Draizer.Trading.Execution.Accounts;

/// <summary>Follows the ledger: takes up positions that it opened, tells of those it changed, lets go of those it closed.</summary>
public sealed class PositionDesk(HolderIndex holders, OutputLog log, OrderStates states, ReportDesk reports)
{
    /// <summary>A fill was booked.</summary>
    public void Follow(WorkingOrder order, in FillResult result, long timeUs)
    {
        var account = order.Account;
        if (result.Closed is { } trip)
            Close(account, account.HeldOn(order.InstrumentIndex)!, trip, order.CloseReason, order.Id, timeUs);

        if (account.Ledger.PositionOf(order.InstrumentIndex) is not { } position)
            return;

        if (account.HeldOn(order.InstrumentIndex) is not { } held)
        {
            Open(order, position, timeUs);
            return;
        }

        if (result.Effect == PositionEffect.Added)
            Arm(held, order, position);
        else
            TrimReducing(account, position, timeUs);
        TellUpdated(account, held, position, timeUs);
        reports.PositionChanged(account, held, position, order.Id, timeUs);
        if (result.Effect == PositionEffect.Added)
            reports.EntryFilled(order, position, timeUs);
    }

    /// <summary>The margin of a position changed, without a fill.</summary>
    public void FollowSettlement(Account account, int instrument, long timeUs)
    {
        var held = account.HeldOn(instrument)!;
        var position = account.Ledger.PositionOf(instrument)!;
        TellUpdated(account, held, position, timeUs);
        log.Add(new BalanceChanged(log.Stamp(timeUs), account.SessionId, account.Balance()));
        reports.PositionChanged(account, held, position, orderId: null, timeUs);
    }

    /// <summary>The venue took the position; no order did.</summary>
    public void FollowLiquidation(Account account, HeldPosition held, ClosedTrip trip, long timeUs)
    {
        Close(account, held, trip, CloseReason.Liquidated, orderId: null, timeUs);
        log.Add(new BalanceChanged(log.Stamp(timeUs), account.SessionId, account.Balance()));
        log.Add(new AlertRaised(
            log.Stamp(timeUs), account.SessionId, AlertSeverity.Critical, "liquidated",
            $"The {trip.Side.ToString().ToUpperInvariant()} position in {held.Instrument} was liquidated; its margin is lost.",
            held.Instrument));
    }

    private void Open(WorkingOrder order, LedgerPosition position, long timeUs)
    {
        var account = order.Account;
        var held = new HeldPosition
        {
            Id = log.NewId(),
            InstrumentIndex = order.InstrumentIndex,
            Instrument = order.Instrument,
            Leverage = order.Leverage,
            Strategy = order.Strategy,
            SignalId = order.SignalId,
            SignalConfidence = order.SignalConfidence,
        };
        Arm(held, order, position);
        account.Hold(held);
        holders.Add(order.InstrumentIndex, account);
        log.Add(new PositionChanged(log.Stamp(timeUs), account.SessionId, PositionChange.Opened, held.Snapshot(position, timeUs)));
        reports.EntryFilled(order, position, timeUs);
    }

    private void Close(Account account, HeldPosition held, ClosedTrip trip, CloseReason reason, EntityId? orderId, long timeUs)
    {
        account.LetGo(held.InstrumentIndex);
        holders.Remove(held.InstrumentIndex, account);
        EndReducing(account, held.InstrumentIndex, reason, timeUs);
        log.Add(new PositionChanged(
            log.Stamp(timeUs), account.SessionId, PositionChange.Closed, held.ClosedSnapshot(trip, reason, timeUs)));
        log.Add(new RoundTripClosed(log.Stamp(timeUs), account.SessionId, held.RoundTrip(trip, reason)));
        reports.Flat(account, held, reason, orderId, timeUs);
    }

    private void TellUpdated(Account account, HeldPosition held, LedgerPosition position, long timeUs) =>
        log.Add(new PositionChanged(log.Stamp(timeUs), account.SessionId, PositionChange.Updated, held.Snapshot(position, timeUs)));

    private static void Arm(HeldPosition held, WorkingOrder order, LedgerPosition position)
    {
        if (order.StopLossPct is { } loss)
            held.StopLossPrice = ProtectivePrices.StopLoss(position, loss, held.Instrument);
        if (order.TakeProfitPct is { } gain)
            held.TakeProfitPrice = ProtectivePrices.TakeProfit(position, gain, held.Instrument);
    }

    // Nothing that was meant for this position may reach the next one in the same instrument.
    private void EndReducing(Account account, int instrument, CloseReason reason, long timeUs)
    {
        var why = reason == CloseReason.Liquidated ? OrderEnd.Liquidated : OrderEnd.PositionClosed;
        foreach (var order in account.Working.ToArray())
        {
            if (order.IsReduceOnly && order.InstrumentIndex == instrument)
                states.End(order, OrderStatus.Cancelled, why, timeUs);
        }
    }

    private void TrimReducing(Account account, LedgerPosition position, long timeUs)
    {
        foreach (var order in account.Working.ToArray())
        {
            if (order.IsReduceOnly && order.InstrumentIndex == position.Instrument && order.TryTrimTo(position.Quantity))
                states.Announce(order, timeUs);
        }
    }
}
