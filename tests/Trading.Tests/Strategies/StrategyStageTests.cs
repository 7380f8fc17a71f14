using Draizer.Domain.Commands;
using Draizer.Domain.Identity;
using Draizer.Domain.Orders;
using Draizer.Domain.Outputs;
using Draizer.Domain.Positions;
using Draizer.Domain.Signals;
using Draizer.Domain.Strategies;
using Draizer.Trading.Engine;
using Draizer.Trading.Strategies;

namespace Draizer.Trading.Tests.Strategies;

public sealed class StrategyStageTests
{
    private const long Second = 1_000_000;

    [Fact]
    public void Open_intent_carries_what_execution_needs()
    {
        var bench = new StageBench();
        var strategy = TestStrategy.Named("alpha") with
        {
            Limits = TestStrategy.Limits with
            {
                BasePositionPct = 0.3,
                MaxPositionSizeUsd = 500,
                Leverage = 3,
                StopLossPct = 8,
                TakeProfitPct = 20,
            },
            Sizing = new RiskCurve(TestStrategy.Indicator("risk"), [new(0, 1), new(2, 0.5)]),
        };
        bench.Start(0, StageBench.Session("s", [strategy]));
        bench.Set(0, "risk", 1);
        bench.Set(0, "s1", 1.5);
        bench.Set(0, "z1", 1);
        bench.Trade(1_500_000, price: 250);

        var intent = Assert.Single(bench.Intents);
        var signals = bench.Outputs.OfType<SignalChanged>().Select(o => o.Signal).ToList();
        Assert.Equal(
            new Intent
            {
                Kind = IntentKind.Open,
                SessionId = "s",
                Strategy = "alpha",
                Instrument = 0,
                TimeUs = 1_500_000,
                SignalId = signals[0].SignalId,
                Direction = PositionSide.Short,
                BasePositionPct = 0.3,
                MaxPositionSizeUsd = 500,
                Leverage = 3,
                SizeMultiplier = 0.75,
                StopLossPct = 8,
                TakeProfitPct = 20,
                SignalConfidence = 0.75, // 0.5 + 0.5 * |1.5 - 1| / 1
                Origin = "Z1",
            },
            intent);
    }

    [Fact]
    public void Signals_are_rows_of_one_episode_with_ids_of_the_boot_epoch_and_sequence()
    {
        var bench = new StageBench();
        bench.Start(0, StageBench.Session("s", [TestStrategy.Named("alpha")]));
        bench.Set(0, "s1", 1);
        bench.Set(0, "z1", 1);
        bench.Trade(Second, price: 250);

        var signals = bench.Outputs.OfType<SignalChanged>().Select(o => o.Signal).ToList();
        Assert.Equal([new EntityId(0, bench.Sequence, 0), new EntityId(0, bench.Sequence, 1)], signals.Select(s => s.SignalId));
        Assert.All(signals, s => Assert.Equal(signals[0].SignalId, s.EpisodeId));
        Assert.All(signals, s => Assert.Equal((SignalAction.Short, 250.0, Second), (s.Action, s.Price, s.RaisedUs)));
        Assert.Equal(
            [new("s1", 1), new("o1", null), new("z1", 1), new("ze1", null), new("e1", null), new("risk", null)],
            signals[0].Values);
        Assert.Equal(Enumerable.Range(0, bench.Outputs.Count), bench.Outputs.Select(o => o.Stamp.Ordinal));
    }

    [Fact]
    public void A_fill_gives_its_order_to_the_signals_and_the_transition()
    {
        var bench = OpenPosition(TestStrategy.Named("alpha"));
        var orderId = new EntityId(0, 9, 1_000);

        Assert.All(bench.Outputs.OfType<SignalChanged>(), o => Assert.Equal(orderId, o.Signal.OrderId));
        Assert.Equal(orderId, bench.Outputs.OfType<StrategyTransitioned>().Single().OrderId);
    }

    [Theory]
    [InlineData(true, 6, 0, PositionSide.Short)]
    [InlineData(true, -6, 0, PositionSide.Long)]
    [InlineData(false, 6, 0, PositionSide.Long)]
    [InlineData(false, -6, 0, PositionSide.Short)]
    [InlineData(true, double.NaN, -6, PositionSide.Long)]
    public void For_both_directions_the_sign_of_the_signal_decides(bool fade, double pump, double momentum, PositionSide expected)
    {
        var bench = new StageBench();
        bench.Start(0, StageBench.Session("s", [BothWays(fade)]));
        bench.Set(0, "pump_magnitude_pct", pump);
        bench.Set(0, "price_momentum", momentum);
        bench.Set(0, "z1", 1);
        bench.Trade(Second);

        Assert.Equal(expected, Assert.Single(bench.Intents).Direction);
    }

    [Fact]
    public void A_signal_without_a_sign_is_blocked()
    {
        var bench = new StageBench();
        bench.Start(0, StageBench.Session("s", [BothWays(fade: true)]));
        bench.Set(0, "pump_magnitude_pct", 0);
        bench.Trade(Second);

        var signal = Assert.Single(bench.Outputs.OfType<SignalChanged>()).Signal;
        Assert.Equal((SignalStatus.Blocked, "no_direction"), (signal.Status, signal.Reason));
    }

    [Fact]
    public void Unrealized_profit_is_of_the_margin_at_the_last_price()
    {
        // Short 2 at 100 with a margin of 50: at 97.6 the profit is 2 * 2.4 = 4.8, which is 9.6 %; at 97.5 it is 10 %.
        var bench = OpenPosition(TestStrategy.Named("alpha") with { CloseOrderDetection = TestStrategy.AtLeast("unrealized_pnl_pct", 10) });

        bench.Trade(3 * Second, price: 97.6);
        Assert.Empty(bench.Intents);
        bench.Trade(4 * Second, price: 97.5);
        Assert.Equal("ZE1", Assert.Single(bench.Intents).Origin);
    }

    [Theory]
    [InlineData(7.0, 9)] // opened at 2: the age is 7 at second 9
    [InlineData(7.5, 10)] // crossed at 9.5, seen at second 10
    public void A_position_grows_old_without_any_event(double age, int closedAt)
    {
        var closesWithAge = TestStrategy.AtLeast("position_age_seconds", age);
        var bench = OpenPosition(TestStrategy.Named("alpha") with { CloseOrderDetection = closesWithAge });

        bench.Clock(15 * Second);

        Assert.Equal(closedAt * Second, Assert.Single(bench.Intents).TimeUs);
    }

    [Fact]
    public void A_gap_of_years_costs_what_is_due_in_it()
    {
        const long TenYears = 10L * 365 * 86_400 * Second;
        var strategy = TestStrategy.Named("alpha") with
        {
            Limits = TestStrategy.Limits with { MaxHoldSeconds = null },
            CloseOrderDetection = TestStrategy.AtLeast("position_age_seconds", 300_000_000),
        };
        var bench = OpenPosition(strategy);

        bench.Clock(TenYears);

        Assert.Equal(300_000_002 * Second, Assert.Single(bench.Intents).TimeUs);
    }

    [Fact]
    public void A_report_due_with_a_tick_of_the_clock_comes_first()
    {
        // Held since second 2 for at most 20 s: the take-profit of second 22 comes before the time-out of that second.
        var bench = OpenPosition(TestStrategy.Named("alpha"));
        bench.Leave(ReportOf(ReportKind.Flat, 22 * Second) with { CloseReason = CloseReason.TakeProfit });

        bench.Clock(30 * Second);

        Assert.Equal(["take_profit", "cooldown_over"], bench.Outputs.OfType<StrategyTransitioned>().Select(t => t.Trigger));
        Assert.Empty(bench.Intents);
    }

    [Fact]
    public void Reports_take_effect_in_the_order_of_their_due_times()
    {
        var bench = new StageBench();
        bench.Start(0, StageBench.Session("s", [TestStrategy.Named("alpha")]));
        bench.Set(0, "s1", 1);
        bench.Set(0, "z1", 1);
        bench.Trade(Second);
        bench.Leave(ReportOf(ReportKind.Flat, 4 * Second) with { CloseReason = CloseReason.Manual });
        bench.Leave(ReportOf(ReportKind.EntryFilled, 3 * Second));

        bench.Clock(2 * Second);
        Assert.Empty(bench.Outputs);
        bench.Clock(5 * Second);

        Assert.Equal(
            [("filled", 3 * Second), ("manual", 4 * Second)],
            bench.Outputs.OfType<StrategyTransitioned>().Select(t => (t.Trigger, t.Stamp.TimeUs)));
    }

    [Fact]
    public void An_error_in_one_session_stops_that_session_only()
    {
        var bench = new StageBench(instruments: 1);
        bench.Start(0, StageBench.Session("good", [TestStrategy.Named("alpha", "g.")]));
        bench.Start(0, StageBench.Session("bad", [TestStrategy.Named("alpha", "b.")]));
        bench.Set(0, "g.s1", 1);

        bench.TradeWithValues(Second, keep: 6);

        var alert = Assert.Single(bench.Outputs.OfType<AlertRaised>());
        Assert.Equal(("bad", AlertSeverity.Critical, "strategy_error"), (alert.SessionId, alert.Severity, alert.Code));
        Assert.Equal("bad", Failed(bench));
        Assert.Equal("good", Assert.Single(bench.Outputs.OfType<StrategyTransitioned>()).SessionId);

        bench.TradeWithValues(2 * Second, keep: 6);
        Assert.Empty(bench.Outputs);
    }

    [Fact]
    public void A_session_that_cannot_start_fails_alone()
    {
        var bench = new StageBench(instruments: 1);

        bench.StartUnbound(0, StageBench.Session("bad", [TestStrategy.Named("alpha")]));

        Assert.Equal("bad", Failed(bench));
    }

    [Fact]
    public void Commands_and_reports_for_unknown_sessions_are_passed_over()
    {
        var bench = new StageBench();
        bench.Command(Second, new PauseSession("nobody"));
        bench.Command(Second, new StopSession("nobody", ClosePositions: true));
        bench.Command(Second, new ReleaseSession("nobody"));
        bench.Command(Second, new ClosePosition("nobody", 0, null));
        bench.Leave(ReportOf(ReportKind.Flat, Second));
        bench.Clock(2 * Second);

        Assert.Empty(bench.Outputs);
        Assert.Empty(bench.Intents);
    }

    [Fact]
    public void A_session_sends_no_more_intents_at_once_than_its_budget()
    {
        var bench = new StageBench(new StrategyStageOptions { MaxIntentsPerEvent = 2 }, instruments: 4);
        bench.Start(0, StageBench.Session("s", [TestStrategy.Named("alpha")], slots: 4, 0, 1, 2, 3));
        for (var i = 0; i < 4; i++)
        {
            bench.Set(i, "s1", 1);
            bench.Set(i, "z1", 1);
            bench.Trade(Second + i, i);
            bench.Leave(ReportOf(ReportKind.EntryFilled, Second + i) with { Instrument = i });
        }

        bench.Command(2 * Second, new StopSession("s", ClosePositions: true));
        Assert.Equal([0, 1], bench.Intents.Select(intent => intent.Instrument));
        Assert.Single(bench.Outputs.OfType<AlertRaised>(), alert => alert.Code == RefusalCode.IntentBudget);

        bench.Clock(3 * Second);
        Assert.Equal([2, 3], bench.Intents.Select(intent => intent.Instrument));
    }

    [Fact]
    public void An_event_without_a_transition_allocates_nothing()
    {
        var bench = OpenPosition(TestStrategy.Named("alpha") with { CloseOrderDetection = TestStrategy.AtLeast("unrealized_pnl_pct", 90) });
        var timeUs = 3 * Second;
        bench.ProcessTrade(timeUs, 100);

        Assert.Equal(0, Allocation.Of(() =>
        {
            for (var i = 0; i < 10_000; i++)
                bench.ProcessTrade(++timeUs, 100 + (i % 7));
        }));
    }

    private static string Failed(StageBench bench)
    {
        var intent = Assert.Single(bench.Intents);
        Assert.Equal(IntentKind.FailSession, intent.Kind);
        return intent.SessionId;
    }

    private static StrategyDefinition BothWays(bool fade) => TestStrategy.Named("alpha") with
    {
        Direction = StrategyDirection.Both,
        Limits = TestStrategy.Limits with { Fade = fade },
        SignalDetection = new ConditionGroup(
            GroupLogic.Or,
            [
                new Condition(TestStrategy.Indicator("price_momentum"), ComparisonOperator.AtMost, -5),
                new Condition(TestStrategy.Indicator("pump_magnitude_pct"), ComparisonOperator.NotEqual, 5),
            ]),
    };

    /// <summary>A short of 2 at 100 with a margin of 50, open since second 2, at which it is reported.</summary>
    private static StageBench OpenPosition(StrategyDefinition strategy)
    {
        var bench = new StageBench();
        bench.Start(0, StageBench.Session("s", [strategy]));
        bench.Set(0, "s1", 1);
        bench.Set(0, "z1", 1);
        bench.Trade(Second);
        bench.Leave(ReportOf(ReportKind.EntryFilled, 2 * Second));
        bench.Clock(2 * Second);
        return bench;
    }

    private static Report ReportOf(ReportKind kind, long dueUs) => new()
    {
        Kind = kind,
        SessionId = "s",
        Strategy = "alpha",
        Instrument = 0,
        DueUs = dueUs,
        OrderId = new EntityId(0, 9, 1_000),
        Side = PositionSide.Short,
        Quantity = 2,
        EntryPrice = 100,
        Margin = 50,
        OpenedUs = dueUs,
    };
}
