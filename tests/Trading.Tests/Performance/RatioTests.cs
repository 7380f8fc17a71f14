using Draizer.Trading.Performance;

namespace Draizer.Trading.Tests.Performance;

public sealed class RatioTests
{
    [Fact]
    public void Returns_Between_AreRelativeToTheEarlierSample()
    {
        Assert.Equal([0.1, -0.1, 0.1], Returns.Between(Samples.Of(60, 100m, 110m, 99m, 108.9m)));
    }

    [Fact]
    public void Returns_Between_LeaveOutWhatStartsWithoutEquity()
    {
        Assert.Equal([-1.0], Returns.Between(Samples.Of(60, 100m, 0m, 0m, 50m)));
        Assert.Empty(Returns.Between(Samples.Of(60, 100m)));
        Assert.Empty(Returns.Between([]));
    }

    [Fact]
    public void AnnualFactor_OfMinutes_IsTheRootOfTheMinutesInAYear() =>
        Assert.Equal(Math.Sqrt(525_600), Returns.AnnualFactor(60), precision: 12);

    [Fact]
    public void SharpeRatio_WorkedByHand()
    {
        // mean 1/30; deviations 2/30, -4/30, 2/30; sample variance (24/900)/2 = 1/75; ratio (1/30)·√75 = 1/√12
        Assert.Equal(Math.Sqrt(365 / 12.0), SharpeRatio.Of([0.1, -0.1, 0.1], Math.Sqrt(365))!.Value, precision: 12);
    }

    [Fact]
    public void SharpeRatio_WithoutDeviation_IsUndefined()
    {
        Assert.Null(SharpeRatio.Of([], 1));
        Assert.Null(SharpeRatio.Of([0.1], 1));
        Assert.Null(SharpeRatio.Of([0.1, 0.1, 0.1], 1));
        Assert.Null(SharpeRatio.Of([0.0, 0.0], 1));
    }

    [Fact]
    public void SortinoRatio_WorkedByHand()
    {
        // mean 1/30; mean squared loss 0.01/3; ratio (1/30)/√(1/300) = 1/√3
        Assert.Equal(Math.Sqrt(365 / 3.0), SortinoRatio.Of([0.1, -0.1, 0.1], Math.Sqrt(365))!.Value, precision: 12);
    }

    [Fact]
    public void SortinoRatio_WithoutALoss_IsUndefined()
    {
        Assert.Null(SortinoRatio.Of([], 1));
        Assert.Null(SortinoRatio.Of([0.1, 0.0, 0.2], 1));
    }
}
