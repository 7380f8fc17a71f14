using Draizer.Trading.Indicators;

namespace Draizer.Trading.Tests.Indicators;

public sealed class AllocationTests
{
    [Fact]
    public void Warm_ticks_allocate_nothing()
    {
        var driver = new StageDriver(new IndicatorStageOptions { RetentionSeconds = 60 });
        var names = IndicatorCatalogue.Names.Where(n => !IndicatorCatalogue.IsPositionBased(n));
        driver.Start(RandomMarket.BeginUs, 0, [.. names.Select(n => Specs.Of(n)), Specs.Of("atr", ("bar_seconds", 1))]);
        var timeUs = RandomMarket.BeginUs;
        Run(driver, ref timeUs, 200_000);

        Assert.Equal(0, Allocation.Of(() => Run(driver, ref timeUs, 100_000)));
        Assert.All(driver.Values.ToArray(), value => Assert.True(double.IsFinite(value)));
    }

    private static void Run(StageDriver driver, ref long timeUs, int count)
    {
        for (var i = 0; i < count; i++)
        {
            timeUs += 10_000 + (i % 7);
            var price = 100 + (i % 13);
            if (i % 3 == 0)
                driver.Quote(timeUs, price - 1, 1, price + 1, 1 + (i % 5));
            else
                driver.Trade(timeUs, price, 1 + (i % 11));
        }
    }
}
