using Draizer.Trading.Performance;

namespace Draizer.Trading.Tests.Performance;

public sealed class AnnualReturnTests
{
    private const long Day = 86_400_000_000;

    [Fact]
    public void Compounded_OneInAHundredInAFifthOfAYear_IsItsFifthPower()
    {
        // 1.01^5 = 1.0510100501
        Assert.Equal(5.10100501, AnnualReturn.Compounded(1_000m, 1_010m, 73 * Day)!.Value, precision: 10);
    }

    [Fact]
    public void Compounded_BelowOneDay_IsUndefined()
    {
        Assert.Null(AnnualReturn.Compounded(1_000m, 1_010m, Day - 1));
        Assert.NotNull(AnnualReturn.Compounded(1_000m, 1_010m, Day));
    }

    [Fact]
    public void Compounded_OfEverythingLost_IsMinusOneHundred() =>
        Assert.Equal(-100.0, AnnualReturn.Compounded(1_000m, 0m, 10 * Day));

    [Fact]
    public void Compounded_OfWhatHasNoRealRootOrNoEnd_IsUndefined()
    {
        Assert.Null(AnnualReturn.Compounded(1_000m, -1m, 10 * Day));
        Assert.Null(AnnualReturn.Compounded(0m, 10m, 10 * Day));
        Assert.Null(AnnualReturn.Compounded(1m, 1_000m, Day));
    }

    [Fact]
    public void Realistic_OneInAHundredInAFifthOfAYear_IsFiveTimesThat()
    {
        Assert.Equal(5.0, AnnualReturn.Realistic(1_000m, 1_010m, 73 * Day)!.Value, precision: 10);
        Assert.Equal(-5.0, AnnualReturn.Realistic(1_000m, 990m, 73 * Day)!.Value, precision: 10);
    }

    [Fact]
    public void Realistic_BelowOneDay_IsStillDefined() =>
        Assert.Equal(365.0, AnnualReturn.Realistic(1_000m, 1_005m, Day / 2)!.Value, precision: 10);

    [Fact]
    public void Realistic_OfNoTimeOrNoMoney_IsUndefined()
    {
        Assert.Null(AnnualReturn.Realistic(1_000m, 1_010m, 0));
        Assert.Null(AnnualReturn.Realistic(0m, 10m, Day));
    }
}
