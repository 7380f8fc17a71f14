using Draizer.Domain.Identity;
using Draizer.Trading.Ledger;
using static Draizer.Trading.Ledger.LedgerAccount;
using static Draizer.Trading.Tests.Ledger.LedgerTrades;

namespace Draizer.Trading.Tests.Ledger;

public sealed class PostingTests
{
    private static readonly EntityId Order = new(1, 2, 3);

    [Fact]
    public void The_initial_balance_is_a_deposit()
    {
        var ledger = new FuturesLedger("USDT", 100m);

        Assert.Equal(
            [new Posting(Outside, PostingReason.Deposit, -100m), new Posting(Available, PostingReason.Deposit, 100m)],
            ledger.LastPostings.ToArray());
    }

    [Fact]
    public void A_reserved_opening_fill_posts_release_margin_and_fee()
    {
        var ledger = new FuturesLedger("USDT", 100m);
        ledger.TryReserve(Order, 11m);

        ledger.Buy(1m, 100m, feeRate: 0.001m, reservedBy: Order);

        Assert.Equal(
            [
                new Posting(Reserved, PostingReason.OrderRelease, -11m), new Posting(Available, PostingReason.OrderRelease, 11m),
                new Posting(Available, PostingReason.MarginReserve, -10m), new Posting(Margin, PostingReason.MarginReserve, 10m),
                new Posting(Available, PostingReason.Fee, -0.1m), new Posting(Outside, PostingReason.Fee, 0.1m),
            ],
            ledger.LastPostings.ToArray());
    }

    [Fact]
    public void A_closing_fill_posts_release_result_and_fee()
    {
        var ledger = new FuturesLedger("USDT", 100m);
        ledger.Buy(1m, 100m);

        ledger.Sell(1m, 98m, flatFee: 0.5m);

        Assert.Equal(
            [
                new Posting(Margin, PostingReason.MarginRelease, -10m), new Posting(Available, PostingReason.MarginRelease, 10m),
                new Posting(Outside, PostingReason.Fill, 2m), new Posting(Available, PostingReason.Fill, -2m),
                new Posting(Available, PostingReason.Fee, -0.5m), new Posting(Outside, PostingReason.Fee, 0.5m),
            ],
            ledger.LastPostings.ToArray());
    }

    [Fact]
    public void A_liquidation_posts_the_margin_and_nothing_else()
    {
        var ledger = new FuturesLedger("USDT", 100m);
        ledger.Buy(1m, 100m);

        ledger.Mark(Btc, 50m);

        Assert.Equal(
            [new Posting(Margin, PostingReason.Liquidation, -10m), new Posting(Outside, PostingReason.Liquidation, 10m)],
            ledger.LastPostings.ToArray());
    }

    [Fact]
    public void A_mark_that_liquidates_nothing_posts_nothing()
    {
        var ledger = new FuturesLedger("USDT", 100m);
        ledger.Buy(1m, 100m);

        ledger.Mark(Btc, 99m);

        Assert.True(ledger.LastPostings.IsEmpty);
    }
}
