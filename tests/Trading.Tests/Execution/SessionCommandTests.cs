using Draizer.Domain.Commands;
using Draizer.Domain.Orders;
using Draizer.Domain.Sessions;

namespace Draizer.Trading.Tests.Execution;

/// <summary>The life of a session as commands lead it.</summary>
public sealed class SessionCommandTests
{
    private static readonly RealismProfile Late = ExecutionBench.Plain with { OrderLatencyMs = 5 };

    [Fact]
    public void A_paused_session_opens_nothing_but_its_stops_and_closes_go_on() => ExecutionScript.Check(
        """
        0   quote 100 100                -> nothing
        0   btc quote 100 100            -> nothing
        0   long lev=10 sl=8             -> BUY 1 PENDING; BUY 1 FILLED 1 @ 100; LONG 1 @ 100
        0   btc long                     -> btc BUY 1 PENDING; btc BUY 1 FILLED 1 @ 100; btc LONG 1 @ 100
        1   pause                        -> session PAUSED
        1   pause                        -> nothing
        2   spot long                    -> spot BUY 0 REJECTED session_not_running
        3   trade 99                     -> SELL 1 PENDING; SELL 1 FILLED 1 @ 99; flat(StopLoss) net -1
        4   btc close                    -> btc SELL 1 PENDING; btc SELL 1 FILLED 1 @ 100; btc flat(Strategy) net -0.12
        5   resume                       -> session RUNNING
        5   long cap=99                  -> BUY 0.99 PENDING; BUY 0.99 FILLED 0.99 @ 100; LONG 0.99 @ 100
        """);

    [Fact]
    public void A_stop_cancels_entries_closes_positions_and_ends_once_flat() => ExecutionScript.Check(
        """
        0   quote 100 100                -> nothing
        0   btc quote 100 100            -> nothing
        0   long                         -> BUY 1 PENDING
        10  trade 100                    -> [5] BUY 1 FILLED 1 @ 100; [5] LONG 1 @ 100
        10  close shift=1                -> SELL 1 PENDING
        20  btc long                     -> [15] SELL 1 OPEN at 101; btc BUY 1 PENDING
        21  stop                         -> session STOPPING; btc BUY 1 CANCELLED session_not_running; SELL 1 CANCELLED replaced; SELL 1 PENDING
        22  pause                        -> refused session_not_running
        23  long                         -> BUY 1 REJECTED session_not_running
        30  clock                        -> [26] SELL 1 FILLED 1 @ 100; [26] flat(SessionStop) net 0; session STOPPED
        31  stop                         -> nothing
        32  sell                         -> refused session_not_running
        33  release                      -> nothing
        34  pause                        -> refused unknown_session
        35  long                         -> nothing
        """,
        Late);

    [Fact]
    public void A_session_that_is_released_before_its_end_ends_in_error_and_is_gone() => ExecutionScript.Check(
        """
        0   quote 100 100                -> nothing
        0   btc quote 100 100            -> nothing
        0   long                         -> BUY 1 PENDING
        10  btc long                     -> [5] BUY 1 FILLED 1 @ 100; [5] LONG 1 @ 100; btc BUY 1 PENDING
        11  release                      -> btc BUY 1 CANCELLED session_not_running; session ERROR
        20  trade 50                     -> nothing
        21  stop                         -> refused unknown_session
        """,
        Late);

    [Fact]
    public void A_stop_until_flat_leaves_positions_to_their_strategies() => ExecutionScript.Check(
        """
        0   quote 100 100                -> nothing
        0   long                         -> BUY 1 PENDING; BUY 1 FILLED 1 @ 100; LONG 1 @ 100
        1   stop until_flat              -> session STOPPING
        2   trade 100                    -> nothing
        3   close                        -> SELL 1 PENDING; SELL 1 FILLED 1 @ 100; flat(Strategy) net 0; session STOPPED
        """);

    [Fact]
    public void A_stop_until_flat_can_be_followed_by_one_that_closes() => ExecutionScript.Check(
        """
        0   quote 100 100                -> nothing
        0   long                         -> BUY 1 PENDING; BUY 1 FILLED 1 @ 100; LONG 1 @ 100
        1   stop until_flat              -> session STOPPING
        2   stop                         -> SELL 1 PENDING; SELL 1 FILLED 1 @ 100; flat(SessionStop) net 0; session STOPPED
        """);

    [Fact]
    public void A_flat_session_stops_at_once() => ExecutionScript.Check("0  stop  -> session STOPPING; session STOPPED");

    [Fact]
    public void A_session_is_started_once()
    {
        var bench = new ExecutionBench();
        bench.Start(ExecutionBench.Session("a"));

        Assert.Equal(RefusalCode.SessionExists, bench.Command(1, new StartSession(ExecutionBench.Session("a"))).RefusalCode);
        Assert.Equal(1_000m, bench.Balance().Wallet);
    }

    [Fact]
    public void A_command_that_cannot_be_carried_out_is_answered_all_the_same()
    {
        var bench = new ExecutionBench();

        var answer = bench.Command(0, new StartSession(ExecutionBench.Session("a", balance: -1)));

        Assert.Equal(RefusalCode.InternalError, answer.RefusalCode);
    }

    [Fact]
    public void A_close_by_hand_names_its_order()
    {
        var bench = new ExecutionBench();
        bench.Start(ExecutionBench.Session("a"));
        bench.Quote(0, 100, 100);
        bench.Intents(0, ExecutionBench.Open(0));

        var answer = bench.Command(1, new ClosePosition("a", ExecutionBench.Coin, Quantity: null));

        Assert.Contains(bench.Orders.Values, o => o.OrderId.ToString() == answer.OrderId && o is { Origin: "manual", Action: OrderAction.Sell });
    }
}
