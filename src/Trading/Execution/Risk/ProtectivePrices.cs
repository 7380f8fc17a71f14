using Draizer.Domain.Markets;
using Draizer.Domain.Money;
using Draizer.Domain.Positions;
using Draizer.Trading.Ledger;

namespace Draizer.Trading.Execution.Risk;

/// <summary>Prices of the orders that end a position: stop-loss and take-profit from percentages of the margin.</summary>
public static class ProtectivePrices
{
    /// <summary>The price at which a position has lost this share of its margin, rounded to the tick; null when that is not above zero.</summary>
    public static decimal? StopLoss(LedgerPosition position, double lossPct, Instrument instrument) =>
        AtProfit(position, -lossPct, instrument);

    /// <summary>The price at which a position has gained this share of its margin, rounded to the tick; null when that is not above zero.</summary>
    public static decimal? TakeProfit(LedgerPosition position, double gainPct, Instrument instrument) =>
        AtProfit(position, gainPct, instrument);

    /// <summary>
    /// The price as an order that closes this side can have it: a long is sold, and sales round up; a short is bought back, and
    /// purchases round down. Null when nothing above zero is left.
    /// </summary>
    public static decimal? ToTick(decimal price, PositionSide closed, Instrument instrument)
    {
        if (price <= 0)
            return null;

        var rounded = closed == PositionSide.Long
            ? Exact.CeilingTo(price, instrument.TickSize)
            : Exact.FloorTo(price, instrument.TickSize);
        return rounded > 0 ? rounded : null;
    }

    private static decimal? AtProfit(LedgerPosition position, double profitPct, Instrument instrument)
    {
        var profit = position.Margin * Exact.FromDouble(profitPct) / 100;
        return ToTick((position.Cost + (position.Side.Sign() * profit)) / position.Quantity, position.Side, instrument);
    }
}
