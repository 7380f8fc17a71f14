using Draizer.Domain.Commands;
using Draizer.Domain.Orders;
using Draizer.Domain.Sessions;

namespace Draizer.Trading.Tests.Execution;

/// <summary>What is held back for an order, and that it comes back in every ending.</summary>
public sealed class ReservationTests
{
    private static readonly RealismProfile Late = ExecutionBench.Plain with { OrderLatencyMs = 5, SlippageMax = 0.01, SlippageFactor = 0 };

    [Fact]
    public void The_worst_price_is_held_back_until_the_fill_takes_its_place()
    {
        var bench = Sent(leverage: 10);

        // 1 at 101 at worst, with leverage 10.
        Assert.Equal((10.1m, 989.9m), (bench.Balance().Reserved, bench.Balance().Available));

        bench.Clock(5_000);
        Assert.Equal((0m, 10m, 990m), (bench.Balance().Reserved, bench.Balance().Margin, bench.Balance().Available));
    }

    [Fact]
    public void A_stop_of_the_session_gives_it_back()
    {
        var bench = Sent();
        bench.Command(1_000, new StopSession("a", ClosePositions: false));

        Assert.Equal((0m, 1_000m), (bench.Balance().Reserved, bench.Balance().Available));
        Assert.Equal(OrderStatus.Cancelled, Assert.Single(bench.Orders.Values).Status);
    }

    [Fact]
    public void A_market_that_went_silent_gives_it_back()
    {
        var bench = Sent(maxQuoteAgeMs: 2);
        bench.Clock(6_000);

        Assert.Equal((0m, 1_000m), (bench.Balance().Reserved, bench.Balance().Available));
        Assert.Equal(RefusalCode.StaleMarket, Assert.Single(bench.Orders.Values).Reason);
    }

    [Fact]
    public void A_price_that_ran_away_is_paid_from_the_available_balance() => ExecutionScript.Check(
        """
        0   quote 100 100                -> nothing
        0   long                         -> BUY 1 PENDING
        3   quote 150 150                -> nothing
        6   clock                        -> [5] BUY 1 FILLED 1 @ 150; [5] LONG 1 @ 150
        """,
        ExecutionBench.Plain with { OrderLatencyMs = 5 });

    [Fact]
    public void Where_the_balance_ends_the_rest_is_cancelled()
    {
        var bench = ExecutionScript.Check(
            """
            0   quote 100 100                -> nothing
            0   long pct=100                 -> BUY 10 PENDING
            3   quote 125 125                -> nothing
            6   clock                        -> [5] BUY 10 PARTIAL 8 @ 125; [5] LONG 8 @ 125; [5] BUY 10 CANCELLED 8 @ 125 insufficient_margin
            """,
            ExecutionBench.Plain with { OrderLatencyMs = 5 });

        Assert.Equal((0m, 0m, 1_000m), (bench.Balance().Reserved, bench.Balance().Available, bench.Balance().Margin));
    }

    [Fact]
    public void What_can_be_paid_counts_the_fee()
    {
        // A fee of 10 and 7.92 at 125 are exactly 1,000; of 7.93 they would be 1,001.25.
        var bench = ExecutionScript.Check(
            """
            0   quote 100 100                -> nothing
            0   long pct=99                  -> BUY 9.9 PENDING
            3   quote 125 125                -> nothing
            6   clock                        -> [5] BUY 9.9 PARTIAL 7.92 @ 125; [5] LONG 7.92 @ 125; [5] BUY 9.9 CANCELLED 7.92 @ 125 insufficient_margin
            """,
            ExecutionBench.Plain with { OrderLatencyMs = 5, FlatFee = 10 });

        Assert.Equal(0m, bench.Balance().Available);
    }

    [Fact]
    public void An_order_of_which_nothing_can_be_paid_is_cancelled() => ExecutionScript.Check(
        """
        0   quote 100 100                -> nothing
        0   long pct=100                 -> BUY 10 PENDING
        3   quote 200000 200000          -> nothing
        6   clock                        -> [5] BUY 10 CANCELLED insufficient_margin
        """,
        ExecutionBench.Plain with { OrderLatencyMs = 5 });

    private static ExecutionBench Sent(int leverage = 1, int maxQuoteAgeMs = 2_000)
    {
        var bench = new ExecutionBench();
        bench.Start(ExecutionBench.Session("a", Late, new RiskLimits { MaxQuoteAgeMs = maxQuoteAgeMs }));
        bench.Quote(0, 100, 100);
        bench.Intents(0, ExecutionBench.Open(0) with { Leverage = leverage });
        return bench;
    }
}
