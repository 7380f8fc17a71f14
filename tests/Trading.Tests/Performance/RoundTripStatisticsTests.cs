using Draizer.Domain.Positions;
using Draizer.Trading.Performance;
using static Draizer.Trading.Tests.Performance.RoundTrips;

namespace Draizer.Trading.Tests.Performance;

public sealed class RoundTripStatisticsTests
{
    [Fact]
    public void Of_TradesWorkedByHand_GivesEveryFigure()
    {
        var statistics = RoundTripStatistics.Of(
        [
            Trip(10m, fees: 1m, funding: 0.5m, symbol: "BTC_USDT", seconds: 30), // net 8.5
            Trip(-4m, fees: 1m, symbol: "ETH_USDT", seconds: 60), // net -5
            Trip(0.5m, fees: 1m, funding: -1m, symbol: "ETH_USDT", side: PositionSide.Short, seconds: 90), // net 0.5
            Trip(1m, fees: 1m, seconds: 20), // net 0
        ]);

        Assert.Equal((4, 2, 1), (statistics.Trades, statistics.Wins, statistics.Losses));
        Assert.Equal(50m, statistics.WinRate);
        Assert.Equal(1.8m, statistics.ProfitFactor); // (8.5 + 0.5) / 5
        Assert.Equal((4.5m, -5m), (statistics.AverageWin, statistics.AverageLoss));
        Assert.Equal(1m, statistics.Expectancy); // (8.5 - 5 + 0.5 + 0) / 4
        Assert.Equal((4m, 7.5m, 4m, -0.5m), (statistics.NetPnl, statistics.RealizedPnl, statistics.Commission, statistics.Funding));
        Assert.Equal(50.0, statistics.AverageDurationSeconds);
        Assert.Equal(("BTC_USDT", PositionSide.Long, 8.5m), Parts(statistics.Best));
        Assert.Equal(("ETH_USDT", PositionSide.Long, -5m), Parts(statistics.Worst));
    }

    [Fact]
    public void Of_NoTrades_LeavesUndefinedWhatNeedsOne()
    {
        var statistics = RoundTripStatistics.Of([]);

        Assert.Equal((0, 0, 0, 0m, 0m), (statistics.Trades, statistics.Wins, statistics.Losses, statistics.NetPnl, statistics.Commission));
        Assert.Null(statistics.WinRate);
        Assert.Null(statistics.ProfitFactor);
        Assert.Null(statistics.AverageWin);
        Assert.Null(statistics.AverageLoss);
        Assert.Null(statistics.Expectancy);
        Assert.Null(statistics.AverageDurationSeconds);
        Assert.Null(statistics.Best);
        Assert.Null(statistics.Worst);
    }

    [Fact]
    public void Of_WinsOnly_HasNoProfitFactor()
    {
        var statistics = RoundTripStatistics.Of([Trip(1m), Trip(2m)]);

        Assert.Null(statistics.ProfitFactor);
        Assert.Null(statistics.AverageLoss);
        Assert.Equal((100m, 2m, 1m), (statistics.WinRate, statistics.Best!.NetPnl, statistics.Worst!.NetPnl));
    }

    [Fact]
    public void Of_LossesOnly_HasAProfitFactorOfZero()
    {
        var statistics = RoundTripStatistics.Of([Trip(-1m), Trip(-3m)]);

        Assert.Equal((0m, 0m, -2m), (statistics.WinRate, statistics.ProfitFactor, statistics.AverageLoss));
        Assert.Null(statistics.AverageWin);
    }

    [Fact]
    public void Of_EqualResults_TheEarlierIsBestAndWorst()
    {
        var statistics = RoundTripStatistics.Of([Trip(1m, symbol: "A_USDT"), Trip(1m, symbol: "B_USDT")]);

        Assert.Equal(("A_USDT", "A_USDT"), (statistics.Best!.Instrument.Symbol, statistics.Worst!.Instrument.Symbol));
    }

    private static (string, PositionSide, decimal) Parts(TradeExtreme? trade) => (trade!.Instrument.Symbol, trade.Side, trade.NetPnl);
}
