using Draizer.Domain.Markets;
using Draizer.Domain.Money;
using Draizer.Domain.Orders;
using Draizer.Trading.Execution.Accounts;
using Draizer.Trading.Execution.Market;
using Draizer.Trading.Execution.Orders;

namespace Draizer.Trading.Execution.Paper;

/// <summary>
/// The simulated venue: an order arrives <c>order_latency_ms</c> after it was sent and meets the market as it is then. An order that
/// was ended elsewhere is forgotten at the next look, so nobody has to take it off.
/// </summary>
public sealed class PaperVenue
{
    private readonly InstrumentMarket[] _markets;
    private readonly IVenueReports _reports;
    private readonly AccountFaults _faults;
    private readonly PriorityQueue<WorkingOrder, (long DueUs, long Number)> _onTheWay = new();
    private readonly List<WorkingOrder>[] _atVenue;
    private readonly List<WorkingOrder> _looking = [];
    private long _sent;

    public PaperVenue(InstrumentMarket[] markets, IVenueReports reports, AccountFaults faults)
    {
        _markets = markets;
        _reports = reports;
        _faults = faults;
        _atVenue = new List<WorkingOrder>[markets.Length];
        for (var i = 0; i < _atVenue.Length; i++)
            _atVenue[i] = [];
    }

    /// <summary>Sends an order; it arrives after the session's order latency.</summary>
    public void Send(WorkingOrder order, long timeUs) =>
        _onTheWay.Enqueue(order, (timeUs + (order.Account.Spec.Realism.OrderLatencyMs * 1_000L), _sent++));

    /// <summary>When the next order arrives, if one does by <paramref name="untilUs"/>.</summary>
    public bool TryNextArrival(long untilUs, out long dueUs)
    {
        dueUs = 0;
        if (!_onTheWay.TryPeek(out _, out var priority) || priority.DueUs > untilUs)
            return false;

        dueUs = priority.DueUs;
        return true;
    }

    /// <summary>The next order on its way arrives.</summary>
    public void Arrive(long timeUs) => MeetIsolated(_onTheWay.Dequeue(), timeUs);

    /// <summary>An order is at the venue and meets the market: one that arrived, or a stop that was there and became active.</summary>
    public void Meet(WorkingOrder order, long timeUs)
    {
        if (order.Status.IsFinal())
            return;

        var market = FreshMarketFor(order, timeUs);
        if (!market.HasPrice)
            WaitOrReject(order, timeUs);
        else if (order.Type == OrderType.Limit && !IsMarketable(order, market))
            Rest(order, market, timeUs);
        else
            FillAtMarket(order, market, timeUs);
    }

    /// <summary>The market moved: resting orders may be reached, and orders that waited for a price find one.</summary>
    public void OnMarket(in MarketEvent marketEvent, long timeUs)
    {
        var here = _atVenue[marketEvent.Instrument];
        if (here.Count == 0)
            return;

        // Looking at an order may end others, or leave it here: the list is built anew, in the same order.
        _looking.AddRange(here);
        here.Clear();
        foreach (var order in _looking)
        {
            if (order.Status.IsFinal())
                continue;

            if (!order.IsResting)
                MeetIsolated(order, timeUs);
            else if (marketEvent.Kind != MarketEventKind.Trade || !ReachIsolated(order, marketEvent, timeUs))
                here.Add(order);
        }

        _looking.Clear();
    }

    private void MeetIsolated(WorkingOrder order, long timeUs)
    {
        try
        {
            Meet(order, timeUs);
        }
        catch (Exception exception) when (AccountFaults.CanContain(exception))
        {
            _faults.Stop(order.Account, exception, timeUs);
        }
    }

    private bool ReachIsolated(WorkingOrder order, in MarketEvent trade, long timeUs)
    {
        try
        {
            Reach(order, trade, timeUs);
        }
        catch (Exception exception) when (AccountFaults.CanContain(exception))
        {
            _faults.Stop(order.Account, exception, timeUs);
        }

        return order.Status.IsFinal();
    }

    private InstrumentMarket FreshMarketFor(WorkingOrder order, long timeUs) =>
        _markets[order.InstrumentIndex].FreshAt(timeUs, order.Account.Spec.RiskLimits.MaxQuoteAgeMs);

    // What would open has lost its reason to; what reduces must not be lost, and waits for the next price.
    private void WaitOrReject(WorkingOrder order, long timeUs)
    {
        if (order.IsReduceOnly)
            _atVenue[order.InstrumentIndex].Add(order);
        else
            _reports.OnEnded(order, OrderStatus.Rejected, RefusalCode.StaleMarket, timeUs);
    }

    private static bool IsMarketable(WorkingOrder order, in InstrumentMarket market)
    {
        var touch = Exact.FromDouble(market.TouchFor(order.Side));
        return order.Side == Side.Buy ? touch <= order.LimitPrice : touch >= order.LimitPrice;
    }

    private void FillAtMarket(WorkingOrder order, in InstrumentMarket market, long timeUs)
    {
        var price = Exact.FromDouble(Slippage.FillPrice(order.Account.Spec.Realism, market, order.Side, (double)order.Remaining));
        if (order.LimitPrice is { } limit)
            price = order.Side == Side.Buy ? Math.Min(price, limit) : Math.Max(price, limit);

        _reports.OnFill(order, order.Remaining, price, timeUs);
    }

    private void Rest(WorkingOrder order, in InstrumentMarket market, long timeUs)
    {
        order.Queue = new QueuePosition(
            DisplayedAhead(order, market), Exact.FromDouble(order.Account.Spec.Realism.FillThresholdShare));
        order.IsResting = true;
        _atVenue[order.InstrumentIndex].Add(order);
        _reports.OnResting(order, timeUs);
    }

    // Only the touch is displayed; for a price behind it the size there stands in for what cannot be seen.
    private static decimal DisplayedAhead(WorkingOrder order, in InstrumentMarket market)
    {
        if (!market.HasQuote)
            return 0;

        var touch = Exact.FromDouble(order.Side == Side.Buy ? market.BidPrice : market.AskPrice);
        var improves = order.Side == Side.Buy ? order.LimitPrice > touch : order.LimitPrice < touch;
        return improves ? 0 : Exact.FromDouble(order.Side == Side.Buy ? market.BidSize : market.AskSize);
    }

    private void Reach(WorkingOrder order, in MarketEvent trade, long timeUs)
    {
        var limit = order.LimitPrice!.Value;
        var price = Exact.FromDouble(trade.Price);
        if (order.Side == Side.Buy ? price < limit : price > limit)
        {
            _reports.OnFill(order, order.Remaining, limit, timeUs);
        }
        else if (price == limit)
        {
            var reached = order.Queue.Reach(Exact.FromDouble(trade.Quantity));
            var quantity = Math.Min(Exact.FloorTo(reached - order.FilledQuantity, order.Instrument.LotSize), order.Remaining);
            if (quantity > 0)
                _reports.OnFill(order, quantity, limit, timeUs);
        }
    }
}
