using Draizer.Domain.Money;
using Draizer.Domain.Orders;
using Draizer.Domain.Outputs;
using Draizer.Trading.Execution.Accounts;
using Draizer.Trading.Execution.Paper;
using Draizer.Trading.Ledger;

namespace Draizer.Trading.Execution.Orders;

/// <summary>Books what the venue says of an order.</summary>
public sealed class FillDesk(OutputLog log, OrderStates states, PositionDesk positions) : IVenueReports
{
    public void OnFill(WorkingOrder order, decimal quantity, decimal price, long timeUs)
    {
        var request = order.FillAt(quantity, price, timeUs);
        var result = order.Account.Ledger.Fill(request);
        if (result.Status == FillStatus.Filled)
        {
            Book(order, result, price, timeUs);
            return;
        }

        // The market went away from what was reserved: what the account still pays for is filled, the rest is given up.
        if (AffordablePart(order, request) is > 0 and var part)
            Book(order, order.Account.Ledger.Fill(request with { Quantity = part }), price, timeUs);
        states.End(order, OrderStatus.Cancelled, Code(result.Status), timeUs);
    }

    public void OnEnded(WorkingOrder order, OrderStatus status, string reason, long timeUs) => states.End(order, status, reason, timeUs);

    public void OnResting(WorkingOrder order, long timeUs) => states.Rest(order, timeUs);

    private void Book(WorkingOrder order, in FillResult result, decimal price, long timeUs)
    {
        var account = order.Account;
        order.Add(result.Quantity, price, result.Fee, result.Realized);
        order.Status = order.Remaining == 0 ? OrderStatus.Filled : OrderStatus.Partial;
        if (order.Remaining == 0)
            account.Remove(order);

        log.Add(new FillMade(
            log.Stamp(timeUs), account.SessionId, order.Id, order.Instrument, order.Side, result.Quantity, price, result.Fee, result.Realized));
        states.Announce(order, timeUs);
        positions.Follow(order, result, timeUs);
        log.Add(new BalanceChanged(log.Stamp(timeUs), account.SessionId, account.Balance()));
    }

    /// <summary>The most lots of a refused fill that the account can pay; a flip is filled whole or not at all.</summary>
    private static decimal AffordablePart(WorkingOrder order, in FillRequest request)
    {
        if (order.IsReduceOnly || order.OpeningQuantity != order.Remaining)
            return 0;

        var budget = order.Account.Ledger.Available + order.Reserved;
        var flatFee = request.FlatFee ?? 0;
        if (budget <= flatFee)
            return 0;

        var part = Exact.FloorTo(request.Quantity * (budget - flatFee) / (request.CostToOpen() - flatFee), order.Instrument.LotSize);

        // Amounts are rounded one by one, so the proportion may be a lot too much.
        while (part > 0 && (request with { Quantity = part }).CostToOpen() > budget)
            part -= order.Instrument.LotSize;
        return part;
    }

    private static string Code(FillStatus status) =>
        status == FillStatus.InsufficientMargin ? RefusalCode.InsufficientMargin : RefusalCode.NothingToReduce;
}
