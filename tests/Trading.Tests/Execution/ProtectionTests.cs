namespace Draizer.Trading.Tests.Execution;

/// <summary>What ends a position without its strategy: stops, targets, liquidation, and funding on the way there.</summary>
public sealed class ProtectionTests
{
    // Long or short 1 at 100 with leverage 10: a margin of 10, so 8 % of it are 0.8 and a stop-loss stands at 99.2 or 100.8.
    [Fact]
    public void A_stop_loss_of_a_long_goes_off_at_its_price() => ExecutionScript.Check(
        """
        0   quote 100 100                -> nothing
        0   long lev=10 sl=8             -> BUY 1 PENDING; BUY 1 FILLED 1 @ 100; LONG 1 @ 100
        1   trade 99.3                   -> nothing
        2   trade 99.2                   -> SELL 1 PENDING; SELL 1 FILLED 1 @ 99.2; flat(StopLoss) net -0.8
        """);

    [Fact]
    public void A_stop_loss_of_a_short_goes_off_at_its_price() => ExecutionScript.Check(
        """
        0   quote 100 100                -> nothing
        0   short lev=10 sl=8            -> SHORT 1 PENDING; SHORT 1 FILLED 1 @ 100; SHORT 1 @ 100
        1   trade 100.7                  -> nothing
        2   trade 100.8                  -> COVER 1 PENDING; COVER 1 FILLED 1 @ 100.8; flat(StopLoss) net -0.8
        """);

    [Fact]
    public void A_take_profit_is_filled_at_the_market_it_meets() => ExecutionScript.Check(
        """
        0   quote 100 100                -> nothing
        0   long lev=10 tp=20            -> BUY 1 PENDING; BUY 1 FILLED 1 @ 100; LONG 1 @ 100
        1   trade 101.9                  -> nothing
        1   quote 102.5 102.6            -> nothing
        2   trade 102.5                  -> SELL 1 PENDING; SELL 1 FILLED 1 @ 102.5; flat(TakeProfit) net 2.5
        3   long lev=10                  -> BUY 0.97 PENDING; BUY 0.97 FILLED 0.97 @ 102.6; LONG 0.97 @ 102.6
        """);

    [Fact]
    public void A_take_profit_of_a_short_lies_below_its_entry() => ExecutionScript.Check(
        """
        0   quote 100 100                -> nothing
        0   short lev=10 tp=20           -> SHORT 1 PENDING; SHORT 1 FILLED 1 @ 100; SHORT 1 @ 100
        1   quote 98 98                  -> nothing
        2   trade 98.1                   -> nothing
        3   trade 98                     -> COVER 1 PENDING; COVER 1 FILLED 1 @ 98; flat(TakeProfit) net 2
        """);

    [Fact]
    public void A_gap_through_a_stop_is_filled_beyond_it() => ExecutionScript.Check(
        """
        0   quote 100 100                -> nothing
        0   long lev=10 sl=8             -> BUY 1 PENDING; BUY 1 FILLED 1 @ 100; LONG 1 @ 100
        2   trade 95                     -> SELL 1 PENDING; SELL 1 FILLED 1 @ 95; flat(StopLoss) net -5
        """);

    [Fact]
    public void Stops_are_rounded_to_a_price_an_order_can_have() => ExecutionScript.Check(
        """
        0   quote 100 100                -> nothing
        0   long lev=10 sl=3.33          -> BUY 1 PENDING; BUY 1 FILLED 1 @ 100; LONG 1 @ 100
        0   b: short lev=10 sl=3.33      -> b: SHORT 1 PENDING; b: SHORT 1 FILLED 1 @ 100; b: SHORT 1 @ 100
        1   trade 99.7                   -> SELL 1 PENDING; SELL 1 FILLED 1 @ 99.7; flat(StopLoss) net -0.3
        2   trade 100.3                  -> b: COVER 1 PENDING; b: COVER 1 FILLED 1 @ 100.3; b: flat(StopLoss) net -0.3
        """,
        sessions: ["a", "b"]);

    [Fact]
    public void A_trade_from_before_the_position_does_not_set_its_stop_off() => ExecutionScript.Check(
        """
        0   trade 100                    -> nothing
        1   quote 110 110                -> nothing
        1   long lev=10 sl=8             -> BUY 0.9 PENDING; BUY 0.9 FILLED 0.9 @ 110; LONG 0.9 @ 110
        2   mark 110                     -> nothing
        3   trade 109.1                  -> SELL 0.9 PENDING; SELL 0.9 FILLED 0.9 @ 109.1; flat(StopLoss) net -0.81
        """);

    [Fact]
    public void A_stop_is_at_the_venue_already_and_knows_no_latency() => ExecutionScript.Check(
        """
        0   quote 100 100                -> nothing
        0   long lev=10 sl=8             -> BUY 1 PENDING
        50  clock                        -> [5] BUY 1 FILLED 1 @ 100; [5] LONG 1 @ 100
        60  trade 99                     -> SELL 1 PENDING; SELL 1 FILLED 1 @ 99; flat(StopLoss) net -1
        """,
        ExecutionBench.Plain with { OrderLatencyMs = 5 });

    // A long is liquidated at (100 - 10)/0.995 = 90.45, a short at 110/1.005 = 109.45.
    [Fact]
    public void A_long_is_liquidated_when_its_margin_no_longer_carries_it() => ExecutionScript.Check(
        """
        0   quote 100 100                -> nothing
        0   long lev=10                  -> BUY 1 PENDING; BUY 1 FILLED 1 @ 100; LONG 1 @ 100
        1   trade 90.5                   -> nothing
        2   trade 90.4                   -> flat(Liquidated) net -10; alert liquidated
        """);

    [Fact]
    public void A_short_is_liquidated_when_its_margin_no_longer_carries_it() => ExecutionScript.Check(
        """
        0   quote 100 100                -> nothing
        0   short lev=10                 -> SHORT 1 PENDING; SHORT 1 FILLED 1 @ 100; SHORT 1 @ 100
        1   trade 109.4                  -> nothing
        2   trade 109.5                  -> flat(Liquidated) net -10; alert liquidated
        """);

    [Fact]
    public void Where_the_venue_gives_a_mark_trades_do_not_liquidate() => ExecutionScript.Check(
        """
        0   quote 100 100                -> nothing
        0   mark 100                     -> nothing
        0   long lev=10                  -> BUY 1 PENDING; BUY 1 FILLED 1 @ 100; LONG 1 @ 100
        1   trade 80                     -> nothing
        2   mark 90.4                    -> flat(Liquidated) net -10; alert liquidated
        """);

    [Fact]
    public void A_price_beyond_stop_and_liquidation_liquidates() => ExecutionScript.Check(
        """
        0   quote 100 100                -> nothing
        0   long lev=10 sl=8             -> BUY 1 PENDING; BUY 1 FILLED 1 @ 100; LONG 1 @ 100
        2   trade 90                     -> flat(Liquidated) net -10; alert liquidated
        """);

    [Fact]
    public void Nothing_meant_for_a_position_reaches_the_next_one() => ExecutionScript.Check(
        """
        0   quote 100 100                -> nothing
        0   trade 100                    -> nothing
        0   long lev=10                  -> BUY 1 PENDING; BUY 1 FILLED 1 @ 100; LONG 1 @ 100
        1   close shift=1                -> SELL 1 PENDING; SELL 1 OPEN at 101
        2   trade 90                     -> SELL 1 CANCELLED liquidated; flat(Liquidated) net -10; alert liquidated
        3   quote 90 90                  -> nothing
        3   long lev=10                  -> BUY 1.1 PENDING; BUY 1.1 FILLED 1.1 @ 90; LONG 1.1 @ 90
        4   trade 102                    -> nothing
        """);

    [Fact]
    public void Funding_is_paid_by_longs_and_received_by_shorts()
    {
        var bench = ExecutionScript.Check(
            """
            0   quote 100 100                -> nothing
            0   mark 110                     -> nothing
            0   long                         -> BUY 1 PENDING; BUY 1 FILLED 1 @ 100; LONG 1 @ 100
            0   b: short                     -> b: SHORT 1 PENDING; b: SHORT 1 FILLED 1 @ 100; b: SHORT 1 @ 100
            1   funding 0.001                -> LONG 1 @ 100; b: SHORT 1 @ 100
            """,
            sessions: ["a", "b"]);

        Assert.Equal(999.89m, bench.Balance().Wallet);
        Assert.Equal(1_000.11m, bench.Balance("b").Wallet);
    }

    [Fact]
    public void Funding_that_eats_the_margin_liquidates_at_once() => ExecutionScript.Check(
        // 0.99 at 100 with leverage 10: margin 9.9, 1.1 available. 11 % of 99 are 10.89: 0.11 of margin is left, 0.495 is asked for.
        """
        0   quote 100 100                -> nothing
        0   long lev=10 pct=900          -> BUY 0.99 PENDING; BUY 0.99 FILLED 0.99 @ 100; LONG 0.99 @ 100
        1   funding 0.11                 -> LONG 0.99 @ 100; flat(Liquidated) net -11; alert liquidated
        """,
        balance: 11);
}
