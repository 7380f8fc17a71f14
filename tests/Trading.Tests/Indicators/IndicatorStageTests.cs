using Draizer.Domain.Indicators;
using Draizer.Domain.Strategies;
using Draizer.Trading.Engine;
using Draizer.Trading.Indicators;

namespace Draizer.Trading.Tests.Indicators;

public sealed class IndicatorStageTests
{
    private const long Second = 1_000_000;
    private const long T0 = RandomMarket.BeginUs;

    private static readonly IndicatorSpec LastPrice = Specs.Of("last_price");
    private static readonly IndicatorSpec Twap = Specs.Of("twap");
    private static readonly IndicatorSpec Volume = Specs.Of("volume", ("t1", 10));

    [Fact]
    public void Sessions_with_the_same_start_of_history_share_a_variant()
    {
        var driver = new StageDriver();
        driver.Trade(T0, 100);

        // Ten seconds apart, but the same trade is the first for both.
        var first = driver.Start("first", T0 + (10 * Second), 60, LastPrice, Twap);
        var second = driver.Start("second", T0 + (20 * Second), 60, Twap, LastPrice);

        Assert.Equal(["last_price", "twap"], driver.Stage.LabelsOf(0));
        Assert.Equal(first.PlaceOf(0, Twap), second.PlaceOf(0, Twap));
    }

    [Fact]
    public void Sessions_with_another_start_of_history_have_variants_of_their_own()
    {
        var driver = new StageDriver();
        driver.Start("first", T0, 0, Volume);
        driver.Trade(T0, 100);
        var second = driver.Start("second", T0 + (5 * Second), 0, Volume);
        driver.Trade(T0 + (10 * Second), 100, 3);

        Assert.Equal(["volume(t1=10)", "volume(t1=10)"], driver.Stage.LabelsOf(0));
        Assert.Equal(3, driver.Values[0]);
        Assert.Equal(double.NaN, driver.ValueAt(second, Volume));

        driver.Mark(T0 + (20 * Second), 100);
        Assert.Equal(0, driver.ValueAt(second, Volume));
    }

    [Fact]
    public void Variant_goes_with_its_last_session_and_its_place_is_used_again()
    {
        var driver = new StageDriver();
        driver.Start("first", T0, 0, LastPrice, Twap);
        var second = driver.Start("second", T0, 0, Volume, Twap);

        driver.Release("first", T0);
        Assert.Equal([null, "twap", "volume(t1=10)"], driver.Stage.LabelsOf(0));

        var third = driver.Start("third", T0, 0, Specs.Of("vwap"), Specs.Of("atr"));
        Assert.Equal(["vwap", "twap", "volume(t1=10)", "atr"], driver.Stage.LabelsOf(0));
        Assert.Equal((1, 2), (second.PlaceOf(0, Twap), second.PlaceOf(0, Volume)));
        Assert.Equal((0, 3), (third.PlaceOf(0, Specs.Of("vwap")), third.PlaceOf(0, Specs.Of("atr"))));

        driver.Release("second", T0);
        driver.Release("third", T0);
        driver.Release("third", T0);
        Assert.Empty(driver.Stage.LabelsOf(0));

        driver.Trade(T0, 100);
        Assert.Equal(0, driver.Values.Length);
    }

    [Fact]
    public void Any_indicator_can_be_released_while_others_go_on()
    {
        var specs = IndicatorCatalogue.Names.Where(n => !IndicatorCatalogue.IsPositionBased(n)).Select(n => Specs.Of(n)).ToArray();
        var (driver, reference) = (new StageDriver(), new StageDriver());
        driver.Start("leaving", T0, 0, specs);
        var bindings = driver.Start("staying", T0, 0, [.. specs.Where((_, i) => i % 2 == 0)]);
        var expected = reference.Start("staying", T0, 0, [.. specs.Where((_, i) => i % 2 == 0)]);
        var at = 0;
        foreach (var (timeUs, market) in RandomMarket.Events(seed: 7, 1_000))
        {
            if (++at == 500)
                driver.Release("leaving", timeUs);
            driver.Send(timeUs, in market);
            reference.Send(timeUs, in market);
        }

        Assert.Equal(specs.Length / 2, driver.Stage.LabelsOf(0).Count(l => l is null));
        Assert.All(specs.Where((_, i) => i % 2 == 0), s => Assert.Equal(reference.ValueAt(expected, s), driver.ValueAt(bindings, s)));
    }

    [Fact]
    public void Every_section_and_curve_of_every_strategy_is_bound_but_for_what_is_of_a_position()
    {
        var driver = new StageDriver(instrumentCount: 3);
        var cross = new Condition(Specs.Of("ema_ticks"), ComparisonOperator.Above, 0, Other: Specs.Of("ema_ticks", ("period", 500)));
        var strategy = new StrategyDefinition
        {
            Name = "all",
            DocumentJson = "{}",
            SignalDetection = Group("twap"),
            SignalCancellation = Group("velocity"),
            EntryConditions = Group("spread_pct"),
            CloseOrderDetection = Group("unrealized_pnl_pct"),
            EmergencyExit = new ConditionGroup(GroupLogic.Or, [cross]),
            Sizing = new RiskCurve(Specs.Of("volatility_pct"), []),
            CloseAdjustment = new RiskCurve(Specs.Of("atr"), []),
        };

        driver.Start("session", T0, 0, strategy, 0, 2);

        string[] expected = ["twap", "velocity", "spread_pct", "ema_ticks", "ema_ticks(period=500)", "volatility_pct", "atr"];
        Assert.Equal(expected, driver.Stage.LabelsOf(0));
        Assert.Empty(driver.Stage.LabelsOf(1));
        Assert.Equal(expected, driver.Stage.LabelsOf(2));
    }

    [Fact]
    public void Instruments_do_not_see_one_another()
    {
        var driver = new StageDriver(instrumentCount: 2);
        var strategy = new StrategyDefinition { Name = "s", DocumentJson = "{}", SignalDetection = Group("last_price") };
        var bindings = driver.Start("session", T0, 0, strategy, 0, 1);

        driver.Trade(T0, 100, instrument: 0);
        driver.Trade(T0, 200, instrument: 1);
        Assert.Equal(200, driver.ValueAt(bindings, LastPrice, instrument: 1));

        driver.Mark(T0, 1, instrument: 0);
        Assert.Equal(100, driver.ValueAt(bindings, LastPrice, instrument: 0));
    }

    [Fact]
    public void Second_start_under_a_known_name_takes_no_places()
    {
        var driver = new StageDriver();
        driver.Start("session", T0, 0, LastPrice);
        driver.Start("session", T0, 0, LastPrice, Twap);
        driver.Release("session", T0);

        Assert.Empty(driver.Stage.LabelsOf(0));
    }

    [Fact]
    public void Commands_and_clock_inputs_carry_no_values()
    {
        var driver = new StageDriver();
        driver.Start(T0, 0, LastPrice);
        driver.Trade(T0, 100);
        var e = new EngineEvent { Kind = InputKind.Clock, TimeUs = T0 + Second, Values = [1, 2, 3], ValueCount = 3 };

        driver.Stage.Process(ref e);

        Assert.Equal(0, e.ValueCount);
    }

    [Fact]
    public void History_begins_no_earlier_than_the_warm_up()
    {
        var driver = new StageDriver();
        driver.Trade(T0, 100);
        driver.Quote(T0, 99, 1, 101, 1);
        var bindings = driver.Start(T0 + (100 * Second), 60, LastPrice, Specs.Of("spread_pct"));

        driver.Mark(T0 + (101 * Second), 100);
        Assert.Equal(double.NaN, driver.ValueAt(bindings, LastPrice));
        Assert.Equal(double.NaN, driver.ValueAt(bindings, Specs.Of("spread_pct")));

        driver.Trade(T0 + (102 * Second), 100);
        driver.Quote(T0 + (102 * Second), 99, 1, 101, 1);
        Assert.Equal(100, driver.ValueAt(bindings, LastPrice));
        Assert.Equal(2, driver.ValueAt(bindings, Specs.Of("spread_pct")), 12);
    }

    [Fact]
    public void Values_go_on_moving_with_events_that_are_no_trades()
    {
        var driver = new StageDriver();
        var bindings = driver.Start(T0, 0, Volume);
        driver.Trade(T0, 100, 7);
        driver.Trade(T0 + (5 * Second), 100, 2);

        driver.Mark(T0 + (15 * Second) - 1, 100);
        Assert.Equal(2, driver.ValueAt(bindings, Volume));

        driver.Mark(T0 + (15 * Second), 100);
        Assert.Equal(0, driver.ValueAt(bindings, Volume));
    }

    [Theory]
    [InlineData(0, 0, 0, 0)]
    [InlineData(1, 0, double.MaxValue, 0)]
    [InlineData(double.NaN, double.NaN, double.NaN, double.NaN)]
    [InlineData(1, double.PositiveInfinity, double.PositiveInfinity, 1)]
    public void Quote_that_gives_no_number_is_not_ready(double bid, double bidSize, double ask, double askSize)
    {
        var (spread, imbalance) = (Specs.Of("spread_pct"), Specs.Of("book_imbalance"));
        var driver = new StageDriver();
        var bindings = driver.Start(T0, 0, spread, imbalance);

        driver.Quote(T0, bid, bidSize, ask, askSize);

        Assert.Equal(double.NaN, driver.ValueAt(bindings, spread));
        Assert.Equal(double.NaN, driver.ValueAt(bindings, imbalance));
    }

    private static ConditionGroup Group(string name) => new(GroupLogic.And, [new Condition(Specs.Of(name), ComparisonOperator.Above, 0)]);
}
