namespace Draizer.Trading.Tests.Execution;

/// <summary>One bad session never stops the others.</summary>
public sealed class AccountFaultTests
{
    [Fact]
    public void An_error_ends_the_orders_of_its_account_and_leaves_the_others_alone()
    {
        var bench = ExecutionScript.Check(
            """
            0   quote 100 100                -> nothing
            0   long                         -> BUY 1 PENDING
            0   b: long lev=10 sl=8          -> b: BUY 1 PENDING
            1   long pct=NaN + b: long       -> alert execution_error; session ERROR; BUY 1 CANCELLED internal_error; b: BUY 1 PENDING
            9   clock                        -> [5] b: BUY 1 FILLED 1 @ 100; [5] b: LONG 1 @ 100; [6] b: BUY 1 FILLED 1 @ 100; [6] b: LONG 2 @ 100
            9   long                         -> BUY 1 REJECTED session_not_running
            10  trade 99                     -> b: SELL 2 PENDING; b: SELL 2 FILLED 2 @ 99; b: flat(StopLoss) net -2
            11  release                      -> nothing
            """,
            ExecutionBench.Plain with { OrderLatencyMs = 5 },
            sessions: ["a", "b"]);

        Assert.Equal(1_000m, bench.Balance().Available);
    }

    [Fact]
    public void A_close_that_an_error_ended_does_not_stand_in_the_way_of_the_next() => ExecutionScript.Check(
        """
        0   quote 100 100                -> nothing
        0   long                         -> BUY 1 PENDING
        9   close                        -> [5] BUY 1 FILLED 1 @ 100; [5] LONG 1 @ 100; SELL 1 PENDING
        10  long pct=NaN                 -> alert execution_error; session ERROR; SELL 1 CANCELLED internal_error
        20  stop                         -> session STOPPING; SELL 1 PENDING
        30  clock                        -> [25] SELL 1 FILLED 1 @ 100; [25] flat(SessionStop) net 0; session STOPPED
        """,
        ExecutionBench.Plain with { OrderLatencyMs = 5 });

    [Fact]
    public void What_an_account_in_error_still_holds_is_closed_by_stopping_it() => ExecutionScript.Check(
        """
        0   quote 100 100                -> nothing
        0   long lev=10                  -> BUY 1 PENDING; BUY 1 FILLED 1 @ 100; LONG 1 @ 100
        1   long pct=NaN                 -> alert execution_error; session ERROR
        2   trade 80                     -> nothing
        2   funding 0.001                -> nothing
        3   close                        -> nothing
        4   sell                         -> refused session_not_running
        4   quote 100 100                -> nothing
        5   stop                         -> session STOPPING; SELL 1 PENDING; SELL 1 FILLED 1 @ 100; flat(SessionStop) net 0; session STOPPED
        """);

    [Fact]
    public void A_session_whose_strategies_failed_is_closed_and_then_stands_in_error() => ExecutionScript.Check(
        """
        0   quote 100 100                -> nothing
        0   btc quote 100 100            -> nothing
        0   long                         -> BUY 1 PENDING
        10  btc long                     -> [5] BUY 1 FILLED 1 @ 100; [5] LONG 1 @ 100; btc BUY 1 PENDING
        11  fail                         -> session STOPPING; btc BUY 1 CANCELLED session_not_running; SELL 1 PENDING
        12  fail                         -> nothing
        12  long                         -> BUY 1 REJECTED session_not_running
        20  clock                        -> [16] SELL 1 FILLED 1 @ 100; [16] flat(SessionStop) net 0; session ERROR
        21  fail                         -> nothing
        22  release                      -> nothing
        """,
        ExecutionBench.Plain with { OrderLatencyMs = 5 });
}
