using Draizer.Domain.Commands;
using Draizer.Domain.Outputs;
using Draizer.Domain.Positions;
using Draizer.Trading.Engine;

namespace Draizer.Trading.Tests.Execution;

/// <summary>What strategies are told, and when it takes effect.</summary>
public sealed class ReportTests
{
    [Fact]
    public void A_fill_is_told_one_report_latency_after_it()
    {
        var bench = Late();
        bench.Intents(1_000, ExecutionBench.Open(1_000));
        Assert.Empty(bench.Reports);

        bench.Clock(50_000);

        var told = Assert.Single(bench.Reports);
        Assert.Equal((ReportKind.EntryFilled, 1_000 + 5_000 + 7_000L), (told.Kind, told.DueUs));
        Assert.Equal((1m, 100m, 100m, 6_000L), (told.Quantity, told.EntryPrice, told.Margin, told.OpenedUs));
        Assert.Equal("alpha", told.Strategy);
    }

    [Fact]
    public void What_happened_before_an_event_but_came_of_it_is_not_told_in_the_past()
    {
        // The timer of second 0 sent its order with the event at 20 ms: filled at 5 ms, but told as if at 20.
        var bench = Late();
        bench.Intents(20_000, ExecutionBench.Open(0));

        Assert.Equal(5_000, Assert.Single(bench.Outputs.OfType<FillMade>()).Stamp.TimeUs);
        Assert.Equal(27_000, Assert.Single(bench.Reports).DueUs);
    }

    [Fact]
    public void A_refusal_is_told_with_its_code_and_its_order()
    {
        var bench = Late();
        bench.Intents(1_000, ExecutionBench.Open(1_000) with { Leverage = 21 });

        var told = Assert.Single(bench.Reports);
        Assert.Equal((ReportKind.EntryRefused, "max_leverage", 8_000L), (told.Kind, told.Reason, told.DueUs));
        Assert.Equal(Assert.Single(bench.Orders).Key, told.OrderId);
    }

    [Fact]
    public void Without_latency_everything_is_told_at_the_event()
    {
        var bench = Holding();

        Assert.Equal([ReportKind.EntryFilled], bench.Reports.Select(r => r.Kind));
        Assert.Equal(0, bench.Reports[0].DueUs);
    }

    [Fact]
    public void An_entry_that_a_stop_cancelled_is_told_as_refused()
    {
        var bench = Late();
        bench.Intents(1_000, ExecutionBench.Open(1_000));
        bench.Command(2_000, new StopSession("a", ClosePositions: true));

        Assert.Equal((ReportKind.EntryRefused, "session_not_running"), (bench.Reports.Single().Kind, bench.Reports.Single().Reason));
    }

    [Fact]
    public void A_part_closed_tells_what_is_left_and_the_rest_that_it_is_flat()
    {
        var bench = Holding();
        bench.Command(1_000, new ClosePosition("a", ExecutionBench.Coin, 0.25m));
        Assert.Equal((ReportKind.PositionChanged, 0.75m), (bench.Reports.Single().Kind, bench.Reports.Single().Quantity));

        bench.Command(2_000, new ClosePosition("a", ExecutionBench.Coin, null));
        Assert.Equal((ReportKind.Flat, CloseReason.Manual), (bench.Reports.Single().Kind, bench.Reports.Single().CloseReason));
    }

    [Fact]
    public void A_settlement_tells_the_margin()
    {
        var bench = Holding();
        bench.Market(1_000, Domain.Markets.MarketEvent.Funding(ExecutionBench.Coin, 0, 0.001));

        Assert.Equal(ReportKind.PositionChanged, Assert.Single(bench.Reports).Kind);
    }

    [Fact]
    public void A_liquidation_is_told_without_an_order()
    {
        var bench = Holding(leverage: 10);
        bench.Trade(1_000, 90);

        var told = Assert.Single(bench.Reports);
        Assert.Equal((ReportKind.Flat, CloseReason.Liquidated, null), (told.Kind, told.CloseReason, told.OrderId));
    }

    [Fact]
    public void An_account_in_error_rejects_exits_so_that_their_strategy_raises_its_voice()
    {
        var bench = Holding();
        bench.Intents(1_000, ExecutionBench.Open(1_000) with { BasePositionPct = double.NaN });
        bench.Intents(2_000, ExecutionBench.Close(2_000));

        Assert.Equal((ReportKind.ExitRejected, "internal_error"), (bench.Reports.Single().Kind, bench.Reports.Single().Reason));
    }

    [Fact]
    public void A_replaced_close_is_not_told_as_rejected()
    {
        var bench = Holding();
        bench.Trade(1_000, 100);
        bench.Intents(1_000, ExecutionBench.Close(1_000) with { CloseShiftPct = 1 });
        Assert.Empty(bench.Reports);

        bench.Intents(2_000, ExecutionBench.Close(2_000, IntentKind.CloseRemainder));
        Assert.Equal([ReportKind.Flat], bench.Reports.Select(r => r.Kind));
    }

    private static ExecutionBench Late()
    {
        var bench = new ExecutionBench();
        bench.Start(ExecutionBench.Session("a", ExecutionBench.Plain with { OrderLatencyMs = 5, ReportLatencyMs = 7 }));
        bench.Quote(0, 100, 100);
        return bench;
    }

    private static ExecutionBench Holding(int leverage = 1)
    {
        var bench = new ExecutionBench();
        bench.Start(ExecutionBench.Session("a"));
        bench.Quote(0, 100, 100);
        bench.Intents(0, ExecutionBench.Open(0) with { Leverage = leverage });
        return bench;
    }
}
