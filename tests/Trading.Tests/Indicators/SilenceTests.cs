using Draizer.Domain.Indicators;
using Draizer.Domain.Markets;

namespace Draizer.Trading.Tests.Indicators;

/// <summary>A long silence closes very many empty bars. In one step or in many, and at once: the values are the same.</summary>
public sealed class SilenceTests
{
    private const long Second = 1_000_000;

    private static readonly IndicatorSpec[] OneSecondBars =
    [
        Specs.Of("rsi", ("bar_seconds", 1)), Specs.Of("rsi", ("bar_seconds", 1), ("period", 1)), Specs.Of("sma", ("bar_seconds", 1)),
        Specs.Of("ema", ("bar_seconds", 1)), Specs.Of("macd", ("bar_seconds", 1)), Specs.Of("macd_signal", ("bar_seconds", 1)),
        Specs.Of("macd_hist", ("bar_seconds", 1)), Specs.Of("atr", ("bar_seconds", 1)), Specs.Of("bollinger_pct_b", ("bar_seconds", 1)),
        Specs.Of("volatility_pct", ("bar_seconds", 1)),
    ];

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    [InlineData(300)]
    public void Gap_of_five_thousand_bars_agrees_with_the_definition(int tradesBefore)
    {
        var driver = new StageDriver();
        var bindings = driver.Start(RandomMarket.BeginUs, 0, OneSecondBars);
        var naive = new NaiveIndicators();
        var (timeUs, price) = Trade(tradesBefore, driver.Send, naive.Take);
        timeUs += 5_000 * Second;
        var mark = MarketEvent.Mark(0, timeUs, price);
        driver.Send(timeUs, in mark);
        naive.Take(timeUs, in mark);

        Assert.All(
            OneSecondBars, spec => Agreement.Check(
                spec, naive.Evaluate(spec, timeUs), driver.ValueAt(bindings, spec), price, "after the gap"));
    }

    [Fact]
    public void Gap_in_one_step_and_gap_in_many_give_the_same_digits()
    {
        var (one, many) = (new StageDriver(), new StageDriver());
        var bindings = one.Start(RandomMarket.BeginUs, 0, OneSecondBars);
        many.Start(RandomMarket.BeginUs, 0, OneSecondBars);
        for (var silence = 1; silence <= 3_000_000; silence *= 7)
        {
            var (timeUs, price) = Trade(200, one.Send, many.Send, silence);
            for (var second = 0; second < Math.Min(silence, 20_000); second += 3)
                many.Mark(timeUs + (second * Second), price);

            timeUs += silence * Second;
            one.Mark(timeUs, price);
            many.Mark(timeUs, price);
            Assert.All(OneSecondBars, spec => Assert.Equal(many.ValueAt(bindings, spec), one.ValueAt(bindings, spec)));
        }
    }

    [Fact]
    public void Ten_years_of_empty_microsecond_bars_pass()
    {
        var specs = OneSecondBars.Select(s => Specs.Of(s.Name, ("bar_seconds", 1e-6))).ToArray();
        var driver = new StageDriver();
        var bindings = driver.Start(RandomMarket.BeginUs, 0, specs);
        driver.Trade(RandomMarket.BeginUs, 100);
        driver.Trade(RandomMarket.BeginUs + 5, 101);

        driver.Trade(RandomMarket.BeginUs + (3_650L * 86_400 * Second), 102);

        Assert.Equal(101, driver.ValueAt(bindings, Specs.Of("sma", ("bar_seconds", 1e-6))));
        Assert.Equal(100, driver.ValueAt(bindings, Specs.Of("rsi", ("bar_seconds", 1e-6))));
        Assert.All(specs, spec => Assert.True(double.IsFinite(driver.ValueAt(bindings, spec)), spec.ToString()));
    }

    private delegate void Take(long timeUs, in MarketEvent market);

    // Each stretch of trades continues after the silence before it.
    private static (long TimeUs, double Price) Trade(int count, Take first, Take second, long stretch = 0)
    {
        var random = new Random(13);
        var timeUs = RandomMarket.BeginUs + (stretch * stretch * Second);
        var price = 100.0;
        for (var i = 0; i <= count; i++)
        {
            var trade = MarketEvent.Trade(0, timeUs, price, 1, Side.Buy);
            first(timeUs, in trade);
            second(timeUs, in trade);
            timeUs += random.NextInt64(0, 2 * Second);
            price *= 1 + ((random.NextDouble() - 0.5) * 0.01);
        }

        return (timeUs, price);
    }
}
