using Draizer.Domain.Indicators;
using Draizer.Trading.Indicators;

namespace Draizer.Trading.Tests.Indicators;

/// <summary>The history is bounded, by age and by a cap, and what was lost shows.</summary>
public sealed class TradeHistoryBoundTests
{
    private const long Second = 1_000_000;
    private const long T0 = RandomMarket.BeginUs;

    [Fact]
    public void Burst_beyond_the_cap_is_counted_and_long_windows_are_not_ready_until_it_has_passed()
    {
        var (minute, tick) = (Specs.Of("volume", ("t1", 60)), Specs.Of("volume", ("t1", 0.001)));
        var driver = new StageDriver(new IndicatorStageOptions { MaxTradesPerInstrument = 100 });
        var bindings = driver.Start(T0, 0, minute, tick);
        for (var second = 0; second <= 60; second++)
            driver.Trade(T0 + (second * Second), 100);
        Assert.Equal(60, driver.ValueAt(bindings, minute));

        var burstUs = T0 + (61 * Second);
        for (var i = 0; i < 200; i++)
            driver.Trade(burstUs + (i * 100), 100);

        // 100 of 261 trades are left: they cover a millisecond, not a minute.
        Assert.Equal(161, driver.Stage.DroppedTradesOf(0));
        Assert.Equal(double.NaN, driver.ValueAt(bindings, minute));
        Assert.Equal(10, driver.ValueAt(bindings, tick));

        // A minute later the oldest trade left is where the window begins: what came after it is the 99 others and one more.
        driver.Trade(burstUs + (100 * 100) + (59 * Second), 100);
        Assert.Equal(double.NaN, driver.ValueAt(bindings, minute));
        driver.Mark(burstUs + (101 * 100) + (60 * Second), 100);
        Assert.Equal(99, driver.ValueAt(bindings, minute));
    }

    [Fact]
    public void Values_after_a_burst_beyond_the_cap_are_either_right_or_not_ready()
    {
        IndicatorSpec[] specs =
            [Specs.Of("twap", ("t1", 30)), Specs.Of("vwap", ("t1", 20)), Specs.Of("volume_surge_ratio", ("t1", 2), ("t2", 9))];
        var driver = new StageDriver(new IndicatorStageOptions { MaxTradesPerInstrument = 12, RetentionSeconds = 0 });
        var bindings = driver.Start(T0, 0, specs);
        var naive = new NaiveIndicators();
        var (ready, notReady) = (0, 0);
        foreach (var (timeUs, market) in RandomMarket.Events(seed: 8, 2_000))
        {
            driver.Send(timeUs, in market);
            naive.Take(timeUs, in market);
            foreach (var spec in specs)
            {
                var value = driver.ValueAt(bindings, spec);
                if (double.IsNaN(value))
                {
                    notReady++;
                    continue;
                }

                ready++;
                Agreement.Check(spec, naive.Evaluate(spec, timeUs), value, 1, $"at {timeUs}");
            }
        }

        Assert.True(ready > 500 && notReady > 500, $"{ready} ready, {notReady} not: the cap was not put to the test.");
        Assert.True(driver.Stage.DroppedTradesOf(0) > 100);
    }

    [Fact]
    public void Window_longer_than_the_retention_keeps_what_it_needs()
    {
        var hour = Specs.Of("trade_count", ("t1", 3_600));
        var driver = new StageDriver(new IndicatorStageOptions { RetentionSeconds = 1 });
        var bindings = driver.Start(T0, 0, hour);
        for (var second = 0; second <= 7_200; second++)
            driver.Trade(T0 + (second * Second), 100);

        Assert.Equal(3_600, driver.ValueAt(bindings, hour));
        Assert.Equal(0, driver.Stage.DroppedTradesOf(0));
    }

    [Fact]
    public void Session_that_starts_late_has_the_retained_history_and_no_more()
    {
        var count = Specs.Of("trade_count", ("t1", 10));
        var longer = Specs.Of("trade_count", ("t1", 100));
        var driver = new StageDriver(new IndicatorStageOptions { RetentionSeconds = 60 });
        for (var second = 0; second <= 600; second++)
            driver.Trade(T0 + (second * Second), 100);
        var bindings = driver.Start(T0 + (600 * Second), 1_800, count, longer);

        driver.Mark(T0 + (600 * Second), 100);
        Assert.Equal(10, driver.ValueAt(bindings, count));
        Assert.Equal(double.NaN, driver.ValueAt(bindings, longer));

        driver.Mark(T0 + (640 * Second), 100);
        Assert.Equal(60, driver.ValueAt(bindings, longer));
    }
}
