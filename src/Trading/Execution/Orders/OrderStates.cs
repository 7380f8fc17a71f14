using Draizer.Domain.Orders;
using Draizer.Domain.Outputs;

namespace Draizer.Trading.Execution.Orders;

/// <summary>Moves orders from one status to the next, and tells of each step. Fills have a desk of their own.</summary>
public sealed class OrderStates(OutputLog log, ReportDesk reports)
{
    public void Announce(WorkingOrder order, long timeUs) =>
        log.Add(new OrderChanged(log.Stamp(timeUs), order.Account.SessionId, order.Snapshot(timeUs)));

    /// <summary>It passed the checks and is on its way.</summary>
    public void Accept(WorkingOrder order, long timeUs)
    {
        order.Account.Add(order);
        Announce(order, timeUs);
        AnnounceBalance(order, timeUs);
    }

    /// <summary>It failed a check; nothing was held back for it.</summary>
    public void Refuse(WorkingOrder order, string reason, long timeUs) => Finish(order, OrderStatus.Rejected, reason, timeUs);

    public void Rest(WorkingOrder order, long timeUs)
    {
        order.Status = OrderStatus.Open;
        Announce(order, timeUs);
    }

    /// <summary>Ends a working order before it was filled, or before all of it was, and gives back what was held for it.</summary>
    public void End(WorkingOrder order, OrderStatus status, string reason, long timeUs)
    {
        order.Account.Remove(order);
        order.Account.Ledger.ReleaseReservation(order.Id);
        Finish(order, status, reason, timeUs);
        AnnounceBalance(order, timeUs);
    }

    private void Finish(WorkingOrder order, OrderStatus status, string reason, long timeUs)
    {
        order.Status = status;
        order.Reason = reason;
        Announce(order, timeUs);

        // One that was filled in part has been reported with its fill.
        if (!order.IsReduceOnly && order.FilledQuantity == 0)
            reports.EntryRefused(order, reason, timeUs);
    }

    // Only orders that open hold money back.
    private void AnnounceBalance(WorkingOrder order, long timeUs)
    {
        if (!order.IsReduceOnly)
            log.Add(new BalanceChanged(log.Stamp(timeUs), order.Account.SessionId, order.Account.Balance()));
    }
}
