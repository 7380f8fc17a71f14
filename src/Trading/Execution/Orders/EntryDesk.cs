using Draizer.Domain.Markets;
using Draizer.Domain.Money;
using Draizer.Domain.Orders;
using Draizer.Domain.Positions;
using Draizer.Trading.Engine;
using Draizer.Trading.Execution.Accounts;
using Draizer.Trading.Execution.Market;
using Draizer.Trading.Execution.Paper;
using Draizer.Trading.Execution.Risk;

namespace Draizer.Trading.Execution.Orders;

/// <summary>Turns a strategy's wish to open into an order, and lets it through the checks before it goes to the venue.</summary>
public sealed class EntryDesk(
    InstrumentCatalogue catalogue, InstrumentMarket[] markets, OutputLog log, OrderStates states, PaperVenue venue)
{
    /// <summary>How far the stages are behind, for the check that looks at it.</summary>
    public long LagUs { get; set; }

    /// <summary>Sizes and checks a strategy's entry, then sends it as a market order. A refusal is an order too: a rejected one.</summary>
    public void Open(Account account, Intent intent)
    {
        var instrument = catalogue[intent.Instrument];
        var market = markets[intent.Instrument].FreshOrLastAt(intent.TimeUs, account.Spec.RiskLimits.MaxQuoteAgeMs);
        var action = intent.Direction == PositionSide.Long ? OrderAction.Buy : OrderAction.Short;
        var price = market.HasPrice ? market.TouchFor(action.Side()) : 0;
        var order = new WorkingOrder
        {
            Id = log.NewId(),
            Account = account,
            InstrumentIndex = intent.Instrument,
            Instrument = instrument,
            Action = action,
            Origin = intent.Origin,
            Quantity = price > 0 ? EntrySize.Of(intent, account.Ledger.Equity, price, instrument) : 0,
            RequestedPrice = price > 0 ? Exact.FromDouble(price) : null,
            CloseReason = CloseReason.Flipped,
            Leverage = intent.Leverage,
            Strategy = intent.Strategy,
            SignalId = intent.SignalId,
            SignalConfidence = intent.SignalConfidence,
            StopLossPct = intent.StopLossPct,
            TakeProfitPct = intent.TakeProfitPct,
            CreatedUs = intent.TimeUs,
        };

        if (Refusal(order, market) is { } reason)
        {
            states.Refuse(order, reason, intent.TimeUs);
            return;
        }

        states.Accept(order, intent.TimeUs);
        venue.Send(order, intent.TimeUs);
    }

    private string? Refusal(WorkingOrder order, in InstrumentMarket market)
    {
        var account = order.Account;
        if (!account.MayOpen)
            return RefusalCode.SessionNotRunning;
        if (!market.HasPrice)
            return RefusalCode.NoMarketData;
        if (order.Quantity <= 0)
            return RefusalCode.BelowMinimum;

        // What is not owned cannot be sold where there is no margin.
        if (order.Action == OrderAction.Short && order.Instrument.MarketType == MarketType.Spot)
            return RefusalCode.NothingToReduce;
        if (EntryChecks.FirstFailure(order, market, LagUs) is { } failure)
            return failure;

        order.Reserved = EntryChecks.WorstCost(order, market);
        return account.Ledger.TryReserve(order.Id, order.Reserved) ? null : RefusalCode.InsufficientMargin;
    }
}
