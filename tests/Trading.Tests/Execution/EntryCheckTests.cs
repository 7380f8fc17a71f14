using Draizer.Domain.Orders;
using Draizer.Domain.Outputs;
using Draizer.Domain.Sessions;

namespace Draizer.Trading.Tests.Execution;

/// <summary>Each check at its border: just inside passes, just outside is refused by its code.</summary>
public sealed class EntryCheckTests
{
    [Fact]
    public void The_notional_of_the_resulting_position_is_limited() => ExecutionScript.Check(
        """
        0   quote 100 100                -> nothing
        0   long pct=10.1                -> BUY 1.01 REJECTED max_position_size
        0   long pct=10                  -> BUY 1 PENDING; BUY 1 FILLED 1 @ 100; LONG 1 @ 100
        0   long pct=0.1                 -> BUY 0.01 REJECTED max_position_size
        0   short pct=20                 -> SHORT 2 PENDING; SHORT 2 FILLED 2 @ 100; flat(Flipped) net 0; SHORT 1 @ 100
        """,
        limits: new RiskLimits { MaxPositionSizeUsd = 100 });

    [Fact]
    public void Orders_on_their_way_count_as_positions_and_for_their_size() => ExecutionScript.Check(
        """
        0   quote 100 100                -> nothing
        0   btc quote 100 100            -> nothing
        0   long pct=9                   -> BUY 0.9 PENDING
        0   btc long                     -> btc BUY 1 REJECTED max_open_positions
        0   long pct=1                   -> BUY 0.1 PENDING
        0   long pct=1                   -> BUY 0.1 REJECTED max_position_size
        """,
        ExecutionBench.Plain with { OrderLatencyMs = 5 },
        new RiskLimits { MaxPositionSizeUsd = 100, MaxOpenPositions = 1 });

    [Fact]
    public void The_number_of_positions_is_limited_but_not_adding_to_one() => ExecutionScript.Check(
        """
        0   quote 100 100                -> nothing
        0   btc quote 100 100            -> nothing
        0   spot quote 100 100           -> nothing
        0   long                         -> BUY 1 PENDING; BUY 1 FILLED 1 @ 100; LONG 1 @ 100
        0   btc long cap=1               -> btc BUY 0.01 PENDING; btc BUY 0.01 FILLED 0.01 @ 100; btc LONG 0.01 @ 100
        0   spot long                    -> spot BUY 0.99 REJECTED max_open_positions
        0   long pct=1 cap=5             -> BUY 0.05 PENDING; BUY 0.05 FILLED 0.05 @ 100; LONG 1.05 @ 100
        """,
        limits: new RiskLimits { MaxOpenPositions = 2 });

    [Fact]
    public void Margin_and_fee_must_be_there_at_the_worst_price() => ExecutionScript.Check(
        // At 100·1.0005: 9.99 cost 999.4995, 10 cost 1,000.50.
        """
        0   quote 100 100                -> nothing
        0   btc quote 100 100            -> nothing
        0   long pct=100                 -> BUY 10 REJECTED insufficient_margin
        0   long pct=99.94               -> BUY 9.99 PENDING
        0   btc long pct=1               -> btc BUY 0.1 REJECTED insufficient_margin
        """,
        RealismProfile.Seed);

    [Fact]
    public void The_margin_that_is_exactly_there_is_enough() => ExecutionScript.Check(
        """
        0   quote 100 100                -> nothing
        0   long pct=100                 -> BUY 10 PENDING; BUY 10 FILLED 10 @ 100; LONG 10 @ 100
        0   long pct=0.01 cap=1          -> BUY 0 REJECTED below_minimum
        0   long pct=0.1                 -> BUY 0.01 REJECTED insufficient_margin
        """);

    [Fact]
    public void Leverage_is_limited_by_the_session() => ExecutionScript.Check(
        """
        0   quote 100 100                -> nothing
        0   long lev=21                  -> BUY 1 REJECTED max_leverage
        0   long lev=0                   -> BUY 1 REJECTED max_leverage
        0   long lev=20                  -> BUY 1 PENDING; BUY 1 FILLED 1 @ 100; LONG 1 @ 100
        """);

    [Fact]
    public void Leverage_leaves_twice_the_maintenance_margin() => ExecutionScript.Check(
        // The coin allows 125, but its maintenance rate of 0.5 % asks for less than 100.
        """
        0   quote 100 100                -> nothing
        0   long lev=100                 -> BUY 1 REJECTED max_leverage
        0   long lev=99                  -> BUY 1 PENDING; BUY 1 FILLED 1 @ 100; LONG 1 @ 100
        """,
        limits: new RiskLimits { MaxLeverage = 200 });

    [Fact]
    public void The_market_must_be_fresh() => ExecutionScript.Check(
        """
        0       long                     -> BUY 0 REJECTED no_market_data
        0       quote 100 100            -> nothing
        2000    long                     -> BUY 1 PENDING; BUY 1 FILLED 1 @ 100; LONG 1 @ 100
        2000.001  long                   -> BUY 1 REJECTED stale_market
        """);

    [Fact]
    public void A_trade_is_fresh_as_long_as_a_quote_is() => ExecutionScript.Check(
        """
        0       trade 100                -> nothing
        2000    long                     -> BUY 1 PENDING; BUY 1 FILLED 1 @ 100; LONG 1 @ 100
        2000.001  long                   -> BUY 1 REJECTED stale_market
        """);

    [Fact]
    public void No_session_holds_more_than_fifty_positions_whatever_its_own_limit()
    {
        var bench = new ExecutionBench();
        bench.Start(ExecutionBench.Session("a", limits: new RiskLimits { MaxOpenPositions = 1_000 }));
        List<OrderSnapshot> orders = [];
        for (var instrument = 0; instrument <= 50; instrument++)
        {
            bench.Quote(0, 1, 1, instrument: instrument);
            bench.Intents(0, ExecutionBench.Open(0, instrument: instrument) with { BasePositionPct = 0.01 });
            orders.Add(bench.Outputs.OfType<OrderChanged>().Last().Order);
        }

        Assert.All(orders[..50], order => Assert.Equal(OrderStatus.Filled, order.Status));
        Assert.Equal(RefusalCode.MaxOpenPositions, orders[50].Reason);
    }

    [Fact]
    public void A_quote_with_an_empty_side_does_not_make_the_market_fresh() => ExecutionScript.Check(
        """
        0       trade 100                -> nothing
        2001    quote 100 0              -> nothing
        2001    long                     -> BUY 1 REJECTED stale_market
        """);

    [Fact]
    public void The_spread_must_be_narrow() => ExecutionScript.Check(
        """
        0   quote 99.5 100.5             -> nothing
        0   long                         -> BUY 0.99 PENDING; BUY 0.99 FILLED 0.99 @ 100.5; LONG 0.99 @ 100.5
        1   quote 99.4 100.5             -> nothing
        1   long                         -> BUY 0.99 REJECTED wide_market
        """,
        limits: new RiskLimits());

    [Fact]
    public void The_engine_must_not_lag() => ExecutionScript.Check(
        """
        0   quote 100 100                -> nothing
        1   long lag=1000.001            -> BUY 1 REJECTED engine_lag
        1   long lag=1000                -> BUY 1 PENDING; BUY 1 FILLED 1 @ 100; LONG 1 @ 100
        1   close lag=5000               -> SELL 1 PENDING; SELL 1 FILLED 1 @ 100; flat(Strategy) net 0
        """);

    [Fact]
    public void The_first_check_that_fails_is_the_answer()
    {
        // Everything is wrong with this order; whatever is named is put right before the next try.
        var limits = new RiskLimits { MaxPositionSizeUsd = 1, MaxOpenPositions = 0, MaxLeverage = 0, MaxQuoteAgeMs = 5, MaxEngineLagMs = 5 };
        var pct = 2.0;
        var bid = 90.0;
        var lagUs = 6_000L;
        List<string> codes = [];
        for (var code = ""; code is not null && codes.Count < 10;)
        {
            code = Refusal(limits, pct, bid, lagUs);
            codes.Add(code ?? "accepted");
            (limits, pct, bid, lagUs) = code switch
            {
                RefusalCode.MaxPositionSize => (limits with { MaxPositionSizeUsd = 10_000 }, pct, bid, lagUs),
                RefusalCode.MaxOpenPositions => (limits with { MaxOpenPositions = 1 }, pct, bid, lagUs),
                RefusalCode.InsufficientMargin => (limits, 0.5, bid, lagUs),
                RefusalCode.MaxLeverage => (limits with { MaxLeverage = 1 }, pct, bid, lagUs),
                RefusalCode.StaleMarket => (limits with { MaxQuoteAgeMs = 6 }, pct, bid, lagUs),
                RefusalCode.WideMarket => (limits, pct, 100, lagUs),
                _ => (limits, pct, bid, 5_000L),
            };
        }

        Assert.Equal(
            [
                "max_position_size", "max_open_positions", "insufficient_margin", "max_leverage", "stale_market", "wide_market",
                "engine_lag", "accepted",
            ],
            codes);
    }

    private static string? Refusal(RiskLimits limits, double pct, double bid, long lagUs)
    {
        var bench = new ExecutionBench();
        bench.Start(ExecutionBench.Session("a", limits: limits));
        bench.Quote(0, bid, 100);
        bench.Feed(
            Trading.Engine.InputKind.Clock, 6_000, intents: [ExecutionBench.Open(6_000) with { BasePositionPct = pct }], lagUs: lagUs);
        return bench.Outputs.OfType<OrderChanged>().First().Order.Reason;
    }
}
