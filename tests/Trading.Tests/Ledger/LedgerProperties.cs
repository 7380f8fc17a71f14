using Draizer.Domain.Markets;
using Draizer.Trading.Ledger;
using FsCheck;
using FsCheck.Fluent;

namespace Draizer.Trading.Tests.Ledger;

/// <summary>What holds for every trade; a failure shows the smallest one it was found with.</summary>
public sealed class LedgerProperties
{
    private const decimal Initial = 1_000_000m;

    [Fact]
    public void A_trade_there_and_back_at_one_price_costs_its_fees_and_nothing_else() => Prop
        .ForAll<PositiveInt, PositiveInt, bool>((lots, cents, isLong) =>
        {
            var (quantity, price) = (lots.Get * 0.001m, cents.Get * 0.01m);
            var ledger = new FuturesLedger("USDT", Initial);
            var opened = ledger.Fill(Fill(isLong ? Side.Buy : Side.Sell, quantity, price));
            var closed = ledger.Fill(Fill(isLong ? Side.Sell : Side.Buy, quantity, price));
            return closed.Realized == 0 && ledger.Wallet == Initial - opened.Fee - closed.Fee && ledger.OpenPositions.Count == 0 && ledger.Margin == 0;
        })
        .QuickCheckThrowOnFailure();

    [Fact]
    public void What_a_long_wins_a_short_of_the_same_size_loses_while_neither_is_liquidated() => Prop
        .ForAll<PositiveInt, int>((lots, moveInHundredthsOfPercent) =>
        {
            var quantity = lots.Get * 0.001m;
            var exit = 100m * (1 + (Math.Clamp(moveInHundredthsOfPercent, -500, 500) / 10_000m));
            var (bought, sold) = (new FuturesLedger("USDT", Initial), new FuturesLedger("USDT", Initial));
            bought.Fill(Fill(Side.Buy, quantity, 100m));
            sold.Fill(Fill(Side.Sell, quantity, 100m));
            return bought.Fill(Fill(Side.Sell, quantity, exit)).Realized == -sold.Fill(Fill(Side.Buy, quantity, exit)).Realized;
        })
        .QuickCheckThrowOnFailure();

    private static FillRequest Fill(Side side, decimal quantity, decimal price) => new()
    {
        Instrument = 0,
        Side = side,
        Quantity = quantity,
        Price = price,
        Leverage = 5,
        FeeRate = 0.0006m,
        MaintenanceRate = 0.005m,
    };
}
