using Draizer.Trading.Performance;

namespace Draizer.Trading.Tests.Performance;

public sealed class DrawdownTests
{
    private const long Minute = 60_000_000;

    [Fact]
    public void Maximum_OfAFallThatRecovered_LastsFromThePeakUntilThere()
    {
        // 120 to 90: 25 %; back above 120 at the fifth sample
        Assert.Equal(new Drawdown(25m, 3 * Minute, true), Maximum(100m, 120m, 90m, 100m, 125m, 124m));
    }

    [Fact]
    public void Maximum_OfAFallThatDidNotRecover_LastsUntilTheLastSample()
    {
        Assert.Equal(new Drawdown(25m, 2 * Minute, false), Maximum(100m, 120m, 90m, 119.99m));
    }

    [Fact]
    public void Maximum_OfSeveralFalls_IsTheDeepestByShareOfItsPeak()
    {
        // 100 to 80 is 20 %; 400 to 340 is more money and only 15 %
        Assert.Equal(new Drawdown(20m, 2 * Minute, true), Maximum(100m, 80m, 400m, 340m));
    }

    [Fact]
    public void Maximum_OfEqualFalls_IsTheFirst()
    {
        Assert.Equal(new Drawdown(50m, 2 * Minute, true), Maximum(100m, 50m, 200m, 100m, 150m));
    }

    [Fact]
    public void Maximum_AfterAFlatTop_StartsWhereThePeakWasLastHeld()
    {
        Assert.Equal(new Drawdown(10m, 1 * Minute, false), Maximum(100m, 100m, 100m, 90m));
    }

    [Fact]
    public void Maximum_CountsTheInitialBalanceAsAPeak()
    {
        Assert.Equal(new Drawdown(10m, 1 * Minute, false), Drawdown.Maximum(Samples.Of(60, 95m, 90m), initialBalance: 100m));
    }

    [Fact]
    public void Maximum_OfEquityThatNeverFell_IsZero()
    {
        Assert.Equal(new Drawdown(0m, 0, true), Maximum(100m, 100m, 110m));
    }

    [Fact]
    public void Maximum_OfNothing_IsUndefined() => Assert.Null(Drawdown.Maximum([], 100m));

    private static Drawdown? Maximum(params decimal[] equity) => Drawdown.Maximum(Samples.Of(60, equity), equity[0]);
}
