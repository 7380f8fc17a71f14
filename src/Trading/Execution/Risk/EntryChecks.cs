using Draizer.Domain.Money;
using Draizer.Domain.Orders;
using Draizer.Trading.Execution.Market;
using Draizer.Trading.Execution.Orders;
using Draizer.Trading.Ledger;

namespace Draizer.Trading.Execution.Risk;

/// <summary>
/// The checks in front of every order that opens or adds. The order of the lines is the order of the checks; the first that fails is
/// the answer.
/// </summary>
public static class EntryChecks
{
    // What a session is built to hold, whatever its own limit says.
    private const int MostPositions = 50;

    /// <returns>A <see cref="RefusalCode"/>, or null when the order may go.</returns>
    public static string? FirstFailure(WorkingOrder order, in InstrumentMarket market, long lagUs)
    {
        var account = order.Account;
        var limits = account.Spec.RiskLimits;
        if (order.OpeningQuantity == 0)
            return null;

        if (ResultingNotional(order, market) > limits.MaxPositionSizeUsd)
            return RefusalCode.MaxPositionSize;
        if (OpensAnother(order) && account.OpenOrOpening >= Math.Min(limits.MaxOpenPositions, MostPositions))
            return RefusalCode.MaxOpenPositions;
        if (WorstCost(order, market) > account.Ledger.Available)
            return RefusalCode.InsufficientMargin;
        if (order.Leverage > limits.MaxLeverage || !LeverageLimit.Allows(order.Instrument, order.Leverage))
            return RefusalCode.MaxLeverage;
        if (order.CreatedUs - market.NewestUs > limits.MaxQuoteAgeMs * 1_000L)
            return RefusalCode.StaleMarket;
        if (market.HasQuote && market.SpreadPct > (double)limits.MaxSpreadPct)
            return RefusalCode.WideMarket;
        if (lagUs > limits.MaxEngineLagMs * 1_000L)
            return RefusalCode.EngineLag;
        return null;
    }

    /// <summary>What is set aside until the fill: margin and fee, at the worst price the venue may fill at, of what the order opens.</summary>
    public static decimal WorstCost(WorkingOrder order, in InstrumentMarket market)
    {
        if (order.OpeningQuantity == 0)
            return 0;

        var worstPrice = Exact.FromDouble(market.TouchFor(order.Side) * (1 + order.Account.Spec.Realism.SlippageMax));
        var worstFill = order.FillAt(order.OpeningQuantity, worstPrice, order.CreatedUs);

        // A leverage below 1 is refused by its own check, which comes after this one.
        return (worstFill with { Leverage = Math.Max(1, order.Leverage) }).CostToOpen();
    }

    private static bool OpensAnother(WorkingOrder order) =>
        order.Account.HeldOn(order.InstrumentIndex) is null && order.Account.FirstEntryOn(order.InstrumentIndex) is null;

    /// <summary>Of the position as it will be with this order and with those on their way to the same side.</summary>
    private static decimal ResultingNotional(WorkingOrder order, in InstrumentMarket market)
    {
        var quantity = order.OpeningQuantity;
        if (order.Account.Ledger.PositionOf(order.InstrumentIndex) is { } position && quantity == order.Remaining)
            quantity += position.Quantity;

        foreach (var other in order.Account.Working)
        {
            if (!other.IsReduceOnly && other.InstrumentIndex == order.InstrumentIndex && other.Side == order.Side)
                quantity += other.Remaining;
        }

        return quantity * Exact.FromDouble(market.TouchFor(order.Side));
    }
}
