using Draizer.Domain.Markets;
using Draizer.Domain.Money;
using Draizer.Domain.Outputs;
using Draizer.Domain.Positions;
using Draizer.Trading.Execution.Market;
using Draizer.Trading.Execution.Orders;

namespace Draizer.Trading.Execution.Accounts;

/// <summary>Looks at every position of an instrument when its price moves: values it, liquidates it, triggers its stop or target.</summary>
public sealed class PositionWatch(
    InstrumentMarket[] markets, HolderIndex holders, OutputLog log, CloseDesk closes, PositionDesk positions, AccountFaults faults)
{
    // A chart cannot show more, and every mark that is told costs an allocation.
    private const long MarkIntervalUs = 200_000;

    private readonly List<Account> _looking = [];

    public void OnPrice(in MarketEvent marketEvent, long timeUs)
    {
        var here = holders.Of(marketEvent.Instrument);
        if (here.Count == 0)
            return;

        // Closing a position takes its account out of the list, so the walk is over a copy.
        _looking.AddRange(here);
        var mark = Exact.FromDouble(markets[marketEvent.Instrument].MarkPrice);

        // Only a new trade sets a stop off: the last one may be older than the position, or have been looked at already.
        decimal? traded = marketEvent.Kind == MarketEventKind.Trade ? Exact.FromDouble(marketEvent.Price) : null;
        foreach (var account in _looking)
        {
            if (!account.IsLive)
                continue;

            try
            {
                Look(account, account.HeldOn(marketEvent.Instrument)!, mark, traded, timeUs);
            }
            catch (Exception exception) when (AccountFaults.CanContain(exception))
            {
                faults.Stop(account, exception, timeUs);
            }
        }

        _looking.Clear();
    }

    private void Look(Account account, HeldPosition held, decimal mark, decimal? traded, long timeUs)
    {
        var result = account.Ledger.Mark(held.InstrumentIndex, mark, timeUs);
        if (result.Closed is { } trip)
        {
            positions.FollowLiquidation(account, held, trip, timeUs);
            return;
        }

        var position = account.Ledger.PositionOf(held.InstrumentIndex)!;
        if (traded is { } last && TriggeredAt(held, position.Side, last) is { } reason && closes.TryTrigger(account, held, reason, timeUs))
            return;

        if (timeUs - held.MarkedUs < MarkIntervalUs)
            return;

        held.MarkedUs = timeUs;
        log.Add(new PositionMarked(log.Stamp(timeUs), account.SessionId, held.Snapshot(position, timeUs)));
    }

    private static CloseReason? TriggeredAt(HeldPosition held, PositionSide side, decimal last)
    {
        var isLong = side == PositionSide.Long;
        if (held.StopLossPrice is { } stop && (isLong ? last <= stop : last >= stop))
            return CloseReason.StopLoss;
        if (held.TakeProfitPrice is { } target && (isLong ? last >= target : last <= target))
            return CloseReason.TakeProfit;
        return null;
    }
}
