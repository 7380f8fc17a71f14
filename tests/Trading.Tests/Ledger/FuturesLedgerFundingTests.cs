using Draizer.Trading.Ledger;
using static Draizer.Trading.Tests.Ledger.LedgerTrades;

namespace Draizer.Trading.Tests.Ledger;

public sealed class FuturesLedgerFundingTests
{
    [Fact]
    public void A_long_pays_a_positive_rate_on_the_value_at_the_mark()
    {
        var ledger = new FuturesLedger("USDT", 1_000m);
        ledger.Buy(2m, 100m);

        var funding = ledger.ApplyFunding(Btc, 0.0001m, 110m);

        Assert.Equal(new FundingResult(HadPosition: true, Payment: 0.022m, FromMargin: 0m, Forgiven: 0m), funding);
        Assert.Equal((999.978m, 0.022m, 20m), (ledger.Wallet, ledger.Funding, ledger.Margin));
        Assert.Equal((0.022m, 110m), (ledger.PositionOf(Btc)!.FundingAccrued, ledger.PositionOf(Btc)!.Mark));
    }

    [Fact]
    public void A_short_receives_a_positive_rate()
    {
        var ledger = new FuturesLedger("USDT", 1_000m);
        ledger.Sell(2m, 100m);

        var funding = ledger.ApplyFunding(Btc, 0.0001m, 110m);

        Assert.Equal(-0.022m, funding.Payment);
        Assert.Equal((1_000.022m, 980.022m, -0.022m), (ledger.Wallet, ledger.Available, ledger.Funding));
    }

    [Fact]
    public void What_the_available_balance_cannot_pay_comes_from_the_margin()
    {
        var ledger = new FuturesLedger("USDT", 11m);
        ledger.Buy(1m, 100m);

        var funding = ledger.ApplyFunding(Btc, 0.03m, 100m);

        Assert.Equal(new FundingResult(HadPosition: true, Payment: 3m, FromMargin: 2m, Forgiven: 0m), funding);
        Assert.Equal((8m, 0m, 8m), (ledger.Wallet, ledger.Available, ledger.Margin));
    }

    [Fact]
    public void What_neither_balance_nor_margin_can_pay_is_forgiven()
    {
        var ledger = new FuturesLedger("USDT", 10m);
        ledger.Buy(1m, 100m);

        var funding = ledger.ApplyFunding(Btc, 0.2m, 100m);

        Assert.Equal(new FundingResult(HadPosition: true, Payment: 10m, FromMargin: 10m, Forgiven: 10m), funding);
        var position = ledger.PositionOf(Btc)!;
        Assert.Null(position.UnrealizedPnlPct);
        Assert.Equal((0m, 0m, 0m), (position.Margin, position.Leverage, position.MarginRatioPct));
        Assert.Equal(new decimal?(-10m), ledger.Mark(Btc, 100m).Closed?.NetPnl);
        Assert.Equal((0m, 10m, 0m), (ledger.Wallet, ledger.Funding, ledger.Realized));
    }

    [Fact]
    public void Without_a_position_there_is_nothing_to_settle()
    {
        var ledger = new FuturesLedger("USDT", 10m);

        Assert.False(ledger.ApplyFunding(Btc, 0.2m, 100m).HadPosition);
        Assert.Equal(10m, ledger.Wallet);
    }
}
