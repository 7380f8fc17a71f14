using Draizer.Trading.Performance;

namespace Draizer.Trading.Tests.Performance;

public sealed class EquityStatisticsTests
{
    [Fact]
    public void Of_DailySamplesWorkedByHand_GivesEveryFigure()
    {
        var statistics = EquityStatistics.Of(Samples.Of(Samples.Day, 100m, 110m, 99m, 108.9m), Samples.Day, initialBalance: 100m);

        // returns 0.1, -0.1, 0.1 over 3 days; 110 to 99 is 10 %
        Assert.Equal(Math.Sqrt(365 / 12.0), statistics.Sharpe!.Value, precision: 10);
        Assert.Equal(Math.Sqrt(365 / 3.0), statistics.Sortino!.Value, precision: 10);
        Assert.Equal(new Drawdown(10m, 2 * 86_400_000_000L, false), statistics.MaxDrawdown);
        var annual = 100 * (Math.Pow(1.089, 365 / 3.0) - 1);
        Assert.Equal(1, statistics.AnnualReturnPct!.Value / annual, precision: 10);
        Assert.Equal(1, statistics.Calmar!.Value / (annual / 10), precision: 10);
        Assert.Equal(8.9 * 365 / 3, statistics.RealisticAprPct!.Value, precision: 8);
    }

    [Fact]
    public void Of_TheSameSamplesByTheMinute_HasNoAnnualReturnAndNoCalmar()
    {
        var statistics = EquityStatistics.Of(Samples.Of(60, 100m, 110m, 99m, 108.9m), 60, initialBalance: 100m);

        Assert.Equal(Math.Sqrt(525_600 / 12.0), statistics.Sharpe!.Value, precision: 8);
        Assert.Null(statistics.AnnualReturnPct);
        Assert.Null(statistics.Calmar);
        Assert.NotNull(statistics.RealisticAprPct);
    }

    [Fact]
    public void Of_EquityThatNeverMoved_HasNoRatios()
    {
        var statistics = EquityStatistics.Of(Samples.Of(Samples.Day, 100m, 100m, 100m), Samples.Day, initialBalance: 100m);

        Assert.Null(statistics.Sharpe);
        Assert.Null(statistics.Sortino);
        Assert.Null(statistics.Calmar);
        Assert.Equal((0.0, 0.0, 0m), (statistics.AnnualReturnPct, statistics.RealisticAprPct, statistics.MaxDrawdown!.Value.Pct));
    }

    [Fact]
    public void Of_NoSamples_IsUndefinedThroughout()
    {
        var nothing = new EquityStatistics
        {
            Sharpe = null,
            Sortino = null,
            MaxDrawdown = null,
            AnnualReturnPct = null,
            Calmar = null,
            RealisticAprPct = null,
        };

        Assert.Equal(nothing, EquityStatistics.Of([], 60, initialBalance: 100m));
    }

    [Fact]
    public void Of_AnyCourseOfEquity_NeverGivesWhatIsNotANumber()
    {
        for (var seed = 1; seed <= 300; seed++)
        {
            var random = new Random(seed);
            var equity = Enumerable.Range(0, random.Next(0, 8)).Select(_ => (decimal)random.Next(-1, 4) * random.Next(0, 1_000)).ToArray();
            var interval = random.Next(2) == 0 ? 60 : Samples.Day;

            var statistics = EquityStatistics.Of(Samples.Of(interval, equity), interval, initialBalance: random.Next(0, 3) * 100);

            double?[] figures =
                [statistics.Sharpe, statistics.Sortino, statistics.AnnualReturnPct, statistics.Calmar, statistics.RealisticAprPct];
            Assert.True(figures.All(f => f is null || double.IsFinite(f.Value)), $"seed {seed}: {statistics}");
        }
    }
}
