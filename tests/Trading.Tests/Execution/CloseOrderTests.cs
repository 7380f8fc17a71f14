using Draizer.Domain.Sessions;

namespace Draizer.Trading.Tests.Execution;

/// <summary>Orders that close: limits in the queue, what replaces them, and what stands beside them.</summary>
public sealed class CloseOrderTests
{
    private static readonly RealismProfile Late = ExecutionBench.Plain with { OrderLatencyMs = 5 };

    [Fact]
    public void A_resting_close_waits_its_turn_and_the_remainder_goes_at_market() => ExecutionScript.Check(
        // 10 are displayed and a fifth of them must trade first: 1.5 and 1 reach half a coin beyond 2, another 0.7 reach 1.2.
        """
        0   quote 100x10 100x10          -> nothing
        0   trade 100                    -> nothing
        0   long pct=20                  -> BUY 2 PENDING; BUY 2 FILLED 2 @ 100; LONG 2 @ 100
        1   close shift=1                -> SELL 2 PENDING; SELL 2 OPEN at 101
        2   trade 101x1.5                -> nothing
        3   trade 101x1                  -> SELL 2 PARTIAL 0.5 @ 101; LONG 1.5 @ 100
        4   trade 100.9x50               -> nothing
        5   trade 101x0.7                -> SELL 2 PARTIAL 1.2 @ 101; LONG 0.8 @ 100
        6   remainder                    -> SELL 2 CANCELLED 1.2 @ 101 replaced; SELL 0.8 PENDING; SELL 0.8 FILLED 0.8 @ 100; flat(Strategy) net 1.2
        7   trade 105x50                 -> nothing
        """);

    [Fact]
    public void The_share_of_the_queue_belongs_to_the_realism_profile() => ExecutionScript.Check(
        """
        0   quote 100x10 100x10          -> nothing
        0   trade 100                    -> nothing
        0   long pct=20                  -> BUY 2 PENDING; BUY 2 FILLED 2 @ 100; LONG 2 @ 100
        1   close shift=1                -> SELL 2 PENDING; SELL 2 OPEN at 101
        2   trade 101x10                 -> nothing
        3   trade 101x50                 -> SELL 2 FILLED 2 @ 101; flat(Strategy) net 2
        """,
        ExecutionBench.Plain with { FillThresholdShare = 1 });

    [Fact]
    public void An_order_that_improves_the_touch_has_nobody_before_it() => ExecutionScript.Check(
        """
        0   quote 100 100                -> nothing
        0   trade 100                    -> nothing
        0   long                         -> BUY 1 PENDING; BUY 1 FILLED 1 @ 100; LONG 1 @ 100
        1   quote 99x10 103x10           -> nothing
        1   close shift=1                -> SELL 1 PENDING; SELL 1 OPEN at 101
        2   trade 101x0.3                -> SELL 1 PARTIAL 0.3 @ 101; LONG 0.7 @ 100
        """);

    [Fact]
    public void A_trade_through_its_price_fills_a_resting_order_wholly_at_that_price_as_maker()
    {
        var bench = ExecutionScript.Check(
            """
            0   btc quote 100 100            -> nothing
            0   btc trade 100                -> nothing
            0   btc long                     -> btc BUY 1 PENDING; btc BUY 1 FILLED 1 @ 100; btc LONG 1 @ 100
            1   btc close shift=1            -> btc SELL 1 PENDING; btc SELL 1 OPEN at 101
            2   btc trade 101.1x0.001        -> btc SELL 1 FILLED 1 @ 101; btc flat(Strategy) net 0.9198
            """);

        // 0.0006 of 100 to take, 0.0002 of 101 to make.
        Assert.Equal(0.0802m, bench.Balance().Fees);
    }

    [Fact]
    public void A_short_is_bought_back_below_and_prices_are_rounded_in_its_favor() => ExecutionScript.Check(
        """
        0   quote 100 100                -> nothing
        0   trade 100                    -> nothing
        0   short                        -> SHORT 1 PENDING; SHORT 1 FILLED 1 @ 100; SHORT 1 @ 100
        0   b: long                      -> b: BUY 1 PENDING; b: BUY 1 FILLED 1 @ 100; b: LONG 1 @ 100
        1   close shift=0.33             -> COVER 1 PENDING; COVER 1 OPEN at 99.6
        1   b: close shift=0.33          -> b: SELL 1 PENDING; b: SELL 1 OPEN at 100.4
        2   trade 99.5                   -> COVER 1 FILLED 1 @ 99.6; flat(Strategy) net 0.4
        """,
        sessions: ["a", "b"]);

    [Fact]
    public void A_limit_that_is_marketable_at_arrival_takes_but_never_worse_than_itself() => ExecutionScript.Check(
        // 2 % of slippage: 102.5 less 2.05 would be 100.45, below the limit; 110 less 2.2 is above it.
        """
        0   quote 100 100                -> nothing
        0   trade 100                    -> nothing
        0   long                         -> BUY 1 PENDING
        10  trade 100                    -> [5] BUY 1 FILLED 1 @ 102; [5] LONG 1 @ 102
        10  close shift=1                -> SELL 1 PENDING
        12  quote 102.5 102.5            -> nothing
        20  clock                        -> [15] SELL 1 FILLED 1 @ 101; [15] flat(Strategy) net -1
        """,
        Late with { SlippageMin = 0.02, SlippageMax = 0.02 });

    [Fact]
    public void An_emergency_takes_the_place_of_a_resting_close() => ExecutionScript.Check(
        """
        0   quote 100 100                -> nothing
        0   trade 100                    -> nothing
        0   long                         -> BUY 1 PENDING; BUY 1 FILLED 1 @ 100; LONG 1 @ 100
        1   close shift=1                -> SELL 1 PENDING; SELL 1 OPEN at 101
        2   emergency                    -> SELL 1 CANCELLED replaced; SELL 1 PENDING; SELL 1 FILLED 1 @ 100; flat(Emergency) net 0
        """);

    [Fact]
    public void A_stop_takes_the_place_of_a_resting_close() => ExecutionScript.Check(
        """
        0   quote 100 100                -> nothing
        0   trade 100                    -> nothing
        0   long lev=10 sl=8             -> BUY 1 PENDING; BUY 1 FILLED 1 @ 100; LONG 1 @ 100
        1   close shift=1                -> SELL 1 PENDING; SELL 1 OPEN at 101
        2   trade 99                     -> SELL 1 CANCELLED replaced; SELL 1 PENDING; SELL 1 FILLED 1 @ 99; flat(StopLoss) net -1
        """);

    [Fact]
    public void A_resting_close_called_back_on_its_way_never_arrives() => ExecutionScript.Check(
        """
        0   quote 100 100                -> nothing
        0   trade 100                    -> nothing
        0   long                         -> BUY 1 PENDING
        10  clock                        -> [5] BUY 1 FILLED 1 @ 100; [5] LONG 1 @ 100
        10  close shift=1                -> SELL 1 PENDING
        12  emergency                    -> SELL 1 CANCELLED replaced; SELL 1 PENDING
        20  clock                        -> [17] SELL 1 FILLED 1 @ 100; [17] flat(Emergency) net 0
        """,
        Late);

    [Fact]
    public void A_market_close_on_its_way_cannot_be_called_back() => ExecutionScript.Check(
        """
        0   quote 100 100                -> nothing
        0   long lev=10 sl=8             -> BUY 1 PENDING
        10  clock                        -> [5] BUY 1 FILLED 1 @ 100; [5] LONG 1 @ 100
        10  close                        -> SELL 1 PENDING
        11  emergency                    -> nothing
        12  trade 99                     -> nothing
        13  sell                         -> refused already_closing
        13  sell 0.5                     -> refused already_closing
        20  clock                        -> [15] SELL 1 FILLED 1 @ 99; [15] flat(Strategy) net -1
        21  close                        -> nothing
        """,
        Late);

    [Fact]
    public void A_part_closed_by_hand_leaves_the_resting_close_the_rest() => ExecutionScript.Check(
        """
        0   quote 100 100                -> nothing
        0   trade 100                    -> nothing
        0   long pct=20                  -> BUY 2 PENDING; BUY 2 FILLED 2 @ 100; LONG 2 @ 100
        1   close shift=1                -> SELL 2 PENDING; SELL 2 OPEN at 101
        2   sell 0.507                   -> SELL 0.5 PENDING; SELL 0.5 FILLED 0.5 @ 100; SELL 1.5 OPEN at 101; LONG 1.5 @ 100
        3   trade 102                    -> SELL 1.5 FILLED 1.5 @ 101; flat(Strategy) net 1.5
        """);

    [Fact]
    public void A_part_on_its_way_does_not_keep_the_strategy_from_closing_all() => ExecutionScript.Check(
        """
        0   quote 100 100                -> nothing
        0   long pct=20                  -> BUY 2 PENDING
        10  clock                        -> [5] BUY 2 FILLED 2 @ 100; [5] LONG 2 @ 100
        10  sell 0.5                     -> SELL 0.5 PENDING
        11  close                        -> SELL 2 PENDING
        20  clock                        -> [15] SELL 0.5 FILLED 0.5 @ 100; [15] SELL 1.5 PENDING; [15] LONG 1.5 @ 100; [16] SELL 1.5 FILLED 1.5 @ 100; [16] flat(Strategy) net 0
        """,
        Late);

    [Fact]
    public void Closing_all_by_hand_takes_the_place_of_a_resting_close_and_says_who_it_was() => ExecutionScript.Check(
        """
        0   quote 100 100                -> nothing
        0   trade 100                    -> nothing
        0   long                         -> BUY 1 PENDING; BUY 1 FILLED 1 @ 100; LONG 1 @ 100
        1   close shift=1                -> SELL 1 PENDING; SELL 1 OPEN at 101
        2   sell 0.001                   -> refused below_minimum
        2   sell 7                       -> SELL 1 CANCELLED replaced; SELL 1 PENDING; SELL 1 FILLED 1 @ 100; flat(Manual) net 0
        3   sell                         -> refused no_position
        """);
}
