using Draizer.Domain.Outputs;
using Draizer.Domain.Sessions;

namespace Draizer.Trading.Tests.Execution;

/// <summary>How orders reach the paper venue and what they get there.</summary>
public sealed class PaperOrderTests
{
    private static readonly RealismProfile Late = ExecutionBench.Plain with { OrderLatencyMs = 5, ReportLatencyMs = 7 };

    [Fact]
    public void The_worked_example_of_the_specification_comes_out_to_the_cent()
    {
        // 0.00746 at 67,000 is 499.82; at 67,100 it is worth 0.746 more; two fees of 0.50 make that a loss of 0.254.
        var bench = ExecutionScript.Check(
            """
            0     btc quote 67000 67000         -> nothing
            0     btc long pct=50 cap=500       -> btc BUY 0.00746 PENDING; btc BUY 0.00746 FILLED 0.00746 @ 67000; btc LONG 0.00746 @ 67000
            500   btc quote 67100 67100         -> nothing
            500   btc trade 67100               -> nothing
            500   btc close                     -> btc SELL 0.00746 PENDING; btc SELL 0.00746 FILLED 0.00746 @ 67100; btc flat(Strategy) net -0.254
            """,
            ExecutionBench.Plain with { FlatFee = 0.50m });

        Assert.Equal(999.746m, bench.Balance().Wallet);
        Assert.Equal(999.746m, bench.Balance().Available);
    }

    [Fact]
    public void An_open_position_is_valued_at_the_last_price()
    {
        var bench = new ExecutionBench();
        bench.Start(ExecutionBench.Session("a"));
        bench.Quote(0, 67_000, 67_000, instrument: ExecutionBench.Btc);
        bench.Intents(0, ExecutionBench.Open(0, instrument: ExecutionBench.Btc) with { BasePositionPct = 0.5, MaxPositionSizeUsd = 500 });
        bench.Trade(300_000, 67_100, instrument: ExecutionBench.Btc);

        Assert.Equal(0.746m, Assert.Single(bench.Outputs.OfType<PositionMarked>()).Position.UnrealizedPnl);
    }

    [Fact]
    public void An_order_meets_the_market_as_it_is_when_it_arrives() => ExecutionScript.Check(
        """
        0     quote 99 100       -> nothing
        0     long               -> BUY 1 PENDING
        4     quote 101 102      -> nothing
        6     quote 105 106      -> [5] BUY 1 FILLED 1 @ 102; [5] LONG 1 @ 102
        """,
        Late);

    [Fact]
    public void An_order_that_arrives_at_the_time_of_an_event_arrives_before_it() => ExecutionScript.Check(
        """
        0     quote 99 100       -> nothing
        0     long               -> BUY 1 PENDING
        5     quote 105 106      -> BUY 1 FILLED 1 @ 100; LONG 1 @ 100
        """,
        Late);

    [Fact]
    public void Without_latency_an_order_meets_the_event_that_caused_it() => ExecutionScript.Check(
        """
        0     quote 99 100           -> nothing
        5     quote 199 200 + long   -> BUY 0.5 PENDING; BUY 0.5 FILLED 0.5 @ 200; LONG 0.5 @ 200
        """);

    [Fact]
    public void What_a_timer_decided_meets_the_market_from_before_the_event() => ExecutionScript.Check(
        """
        0     quote 99 100                 -> nothing
        5     quote 199 200 + long at=3    -> [3] BUY 1 PENDING; [3] BUY 1 FILLED 1 @ 100; [3] LONG 1 @ 100
        """);

    [Fact]
    public void A_short_sells_at_the_bid_and_is_bought_back_at_the_ask() => ExecutionScript.Check(
        """
        0     quote 100 101      -> nothing
        0     short lev=5        -> SHORT 1 PENDING; SHORT 1 FILLED 1 @ 100; SHORT 1 @ 100
        9     quote 89 90        -> nothing
        9     close              -> COVER 1 PENDING; COVER 1 FILLED 1 @ 90; flat(Strategy) net 10
        """);

    [Fact]
    public void Another_entry_in_the_same_direction_averages() => ExecutionScript.Check(
        """
        0     quote 100 100      -> nothing
        0     long pct=20        -> BUY 2 PENDING; BUY 2 FILLED 2 @ 100; LONG 2 @ 100
        9     quote 50 50        -> nothing
        9     long pct=20        -> BUY 4 PENDING; BUY 4 FILLED 4 @ 50; LONG 6 @ 66.66666667
        """);

    [Fact]
    public void An_entry_in_the_other_direction_closes_and_opens_the_rest() => ExecutionScript.Check(
        """
        0     quote 100 100      -> nothing
        0     long pct=20        -> BUY 2 PENDING; BUY 2 FILLED 2 @ 100; LONG 2 @ 100
        9     short pct=50       -> SHORT 5 PENDING; SHORT 5 FILLED 5 @ 100; flat(Flipped) net 0; SHORT 3 @ 100
        """);

    [Fact]
    public void Size_is_the_share_of_equity_times_risk_capped_and_in_whole_lots() => ExecutionScript.Check(
        """
        0     quote 69 70                   -> nothing
        0     long pct=10 times=0.5         -> BUY 0.71 PENDING; BUY 0.71 FILLED 0.71 @ 70; LONG 0.71 @ 70
        9     emergency                     -> SELL 0.71 PENDING; SELL 0.71 FILLED 0.71 @ 69; flat(Emergency) net -0.71
        9     long pct=10 cap=21            -> BUY 0.3 PENDING; BUY 0.3 FILLED 0.3 @ 70; LONG 0.3 @ 70
        9     btc quote 67000 67000         -> nothing
        9     btc long cap=0.66             -> btc BUY 0 REJECTED below_minimum
        9     btc long cap=0.67             -> btc BUY 0.00001 PENDING; btc BUY 0.00001 FILLED 0.00001 @ 67000; btc LONG 0.00001 @ 67000
        """);

    [Fact]
    public void Without_a_quote_an_order_is_filled_at_the_last_trade() => ExecutionScript.Check(
        """
        0     trade 100          -> nothing
        0     long               -> BUY 1 PENDING; BUY 1 FILLED 1 @ 100; LONG 1 @ 100
        """);

    [Fact]
    public void A_trade_beyond_the_quote_says_that_the_quote_is_gone() => ExecutionScript.Check(
        """
        0     quote 99 100       -> nothing
        1     trade 104          -> nothing
        1     long               -> BUY 0.96 PENDING; BUY 0.96 FILLED 0.96 @ 104; LONG 0.96 @ 104
        2     quote 103 105      -> nothing
        2     close              -> SELL 0.96 PENDING; SELL 0.96 FILLED 0.96 @ 103; flat(Strategy) net -0.96
        """);

    [Fact]
    public void A_quote_too_old_gives_way_to_a_fresh_trade() => ExecutionScript.Check(
        """
        0     quote 99 100       -> nothing
        1990  trade 99.5         -> nothing
        2001  long               -> BUY 1 PENDING; BUY 1 FILLED 1 @ 99.5; LONG 1 @ 99.5
        """);

    [Fact]
    public void What_opens_is_rejected_when_the_market_has_gone_silent_on_the_way() => ExecutionScript.Check(
        """
        0     quote 99 100       -> nothing
        1996  long               -> BUY 1 PENDING
        2100  clock              -> [2001] BUY 1 REJECTED stale_market
        """,
        Late);

    [Fact]
    public void What_reduces_waits_for_the_next_price() => ExecutionScript.Check(
        """
        0     quote 99 100       -> nothing
        0     long               -> BUY 1 PENDING; BUY 1 FILLED 1 @ 100; LONG 1 @ 100
        9000  close              -> SELL 1 PENDING
        9500  mark 95            -> nothing
        9900  quote 90 91        -> SELL 1 FILLED 1 @ 90; flat(Strategy) net -10
        """);

    [Fact]
    public void Prices_that_cannot_be_believed_change_nothing() => ExecutionScript.Check(
        """
        0     quote 99 100       -> nothing
        0     long               -> BUY 1 PENDING; BUY 1 FILLED 1 @ 100; LONG 1 @ 100
        1     trade 0            -> nothing
        1     trade NaN          -> nothing
        1     mark Infinity      -> nothing
        1     funding NaN        -> nothing
        1     trade 100xNaN      -> nothing
        1     close              -> SELL 1 PENDING; SELL 1 FILLED 1 @ 99; flat(Strategy) net -1
        1     quote NaN 100      -> nothing
        1     long               -> BUY 0 REJECTED no_market_data
        """);

    [Theory]
    [InlineData(1e12, 100.02)]
    [InlineData(0, 100.05)]
    [InlineData(1, 100.05)]
    [InlineData(2, 100.035)]
    public void Slippage_grows_with_the_order_s_share_of_the_depth_between_its_bounds(double depth, double expected)
    {
        // One coin at 100. No share of the depth: 0.0002. Depth of 1: 0.0002 + 0.0003, the upper bound; of 2: 0.00035; unknown: the upper bound.
        var bench = new ExecutionBench();
        bench.Start(ExecutionBench.Session("a", RealismProfile.Seed));
        bench.Quote(0, 100, 100, depth);
        bench.Intents(0, ExecutionBench.Open(0));
        bench.Clock(5_000);

        Assert.Equal(expected, (double)bench.Outputs.OfType<FillMade>().Single().Price, 6);
    }

    [Fact]
    public void Slippage_lowers_what_a_sale_gets()
    {
        var bench = new ExecutionBench();
        bench.Start(ExecutionBench.Session("a", ExecutionBench.Plain with { SlippageMin = 0.001, SlippageMax = 0.002, SlippageFactor = 1 }));
        bench.Quote(0, 100, 100, size: 0.01);
        bench.Intents(0, ExecutionBench.Open(0, Domain.Positions.PositionSide.Short));

        Assert.Equal(99.8m, bench.Outputs.OfType<FillMade>().Single().Price);
    }

    [Fact]
    public void Fees_follow_the_venue_s_rates_at_each_fill()
    {
        // 0.0006 of 100 twice over, once at 101: 0.06 and 0.0606.
        var bench = ExecutionScript.Check(
            """
            0     btc quote 100 100  -> nothing
            0     btc long           -> btc BUY 1 PENDING; btc BUY 1 FILLED 1 @ 100; btc LONG 1 @ 100
            1     btc quote 101 101  -> nothing
            1     btc close          -> btc SELL 1 PENDING; btc SELL 1 FILLED 1 @ 101; btc flat(Strategy) net 0.8794
            """);

        Assert.Equal(0.1206m, bench.Balance().Fees);
    }

    [Fact]
    public void A_position_on_a_spot_market_cannot_be_short() => ExecutionScript.Check(
        """
        0     spot quote 100 100 -> nothing
        0     spot short         -> spot SHORT 1 REJECTED nothing_to_reduce
        0     spot long          -> spot BUY 1 PENDING; spot BUY 1 FILLED 1 @ 100; spot LONG 1 @ 100
        """);

    [Fact]
    public void Sessions_on_one_instrument_do_not_disturb_each_other() => ExecutionScript.Check(
        """
        0     quote 100 100      -> nothing
        0     long lev=5 sl=50   -> BUY 1 PENDING; BUY 1 FILLED 1 @ 100; LONG 1 @ 100
        0     b: short lev=5     -> b: SHORT 1 PENDING; b: SHORT 1 FILLED 1 @ 100; b: SHORT 1 @ 100
        1     trade 90           -> SELL 1 PENDING; SELL 1 FILLED 1 @ 90; flat(StopLoss) net -10
        1     quote 89 90        -> nothing
        2     b: close           -> b: COVER 1 PENDING; b: COVER 1 FILLED 1 @ 90; b: flat(Strategy) net 10
        """,
        sessions: ["a", "b"]);
}
