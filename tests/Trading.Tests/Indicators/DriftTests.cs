using Draizer.Domain.Indicators;
using Draizer.Domain.Markets;

namespace Draizer.Trading.Tests.Indicators;

/// <summary>Nothing of what has left a window stays in its value.</summary>
public sealed class DriftTests
{
    private const long T0 = RandomMarket.BeginUs;

    private static readonly IndicatorSpec[] Windows =
    [
        Specs.Of("twap", ("t1", 5)), Specs.Of("twap", ("t1", 0.5), ("t2", 0.1)), Specs.Of("pump_magnitude_pct", ("t1", 3)),
        Specs.Of("volume", ("t1", 2)), Specs.Of("vwap", ("t1", 4)), Specs.Of("volume_surge_ratio", ("t1", 1), ("t2", 3)),
    ];

    private static readonly IndicatorSpec[] Bars =
    [
        Specs.Of("sma", ("bar_seconds", 0.01)), Specs.Of("bollinger_pct_b", ("bar_seconds", 0.01)),
        Specs.Of("volatility_pct", ("bar_seconds", 0.01)),
    ];

    [Fact]
    public void After_three_million_trades_values_agree_with_a_fresh_computation()
    {
        var random = new Random(11);
        var driver = new StageDriver();
        IndicatorSpec[] specs = [.. Windows, .. Bars];
        var bindings = driver.Start(T0, 0, specs);
        var recent = new NaiveIndicators();
        var (timeUs, price) = (T0, 50_000.0);
        const int Count = 3_000_000;
        for (var i = 0; i < Count; i++)
        {
            timeUs += random.NextInt64(0, 6_000);
            price *= 1 + ((random.NextDouble() - 0.5) * 1e-4);

            // Sizes over eleven orders of magnitude, so that sums have something to lose.
            var trade = MarketEvent.Trade(0, timeUs, price, Math.Pow(10, (random.NextDouble() * 11) - 6), Side.Buy);
            driver.Send(timeUs, in trade);
            if (i > Count - 4_000)
                recent.Take(timeUs, in trade);
        }

        Assert.All(
            specs, spec => Agreement.Check(spec, recent.Evaluate(spec, timeUs), driver.ValueAt(bindings, spec), price, "at the end"));
    }

    [Fact]
    public void Absurd_trade_is_forgotten_when_it_is_over()
    {
        var driver = new StageDriver(new() { RetentionSeconds = 10 });
        var bindings = driver.Start(T0, 0, Windows);
        var naive = new NaiveIndicators();
        var random = new Random(12);
        var timeUs = T0;
        driver.Trade(timeUs, 1e18, 1e18);
        for (var i = 0; i < 2_000; i++)
        {
            timeUs += random.NextInt64(0, 20_000);
            var trade = MarketEvent.Trade(0, timeUs, 1e-12 * (1 + random.NextDouble()), 1e-12 * (1 + random.NextDouble()), Side.Buy);
            driver.Send(timeUs, in trade);
            naive.Take(timeUs, in trade);
        }

        Assert.All(Windows, spec =>
        {
            var (expected, actual) = (naive.Evaluate(spec, timeUs), driver.ValueAt(bindings, spec));
            Assert.InRange(actual / expected, 1 - 1e-9, 1 + 1e-9);
        });
    }
}
