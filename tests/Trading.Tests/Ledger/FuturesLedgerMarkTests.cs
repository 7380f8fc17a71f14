using Draizer.Trading.Ledger;
using static Draizer.Trading.Tests.Ledger.LedgerTrades;

namespace Draizer.Trading.Tests.Ledger;

public sealed class FuturesLedgerMarkTests
{
    [Fact]
    public void Mark_WhenFlat_SaysNone()
    {
        var ledger = new FuturesLedger("USDT", 1_000m);

        Assert.Equal(new MarkResult(MarkStatus.None), ledger.Mark(Btc, 100m));
    }

    [Fact]
    public void Mark_OfALongAtItsLiquidationPrice_TakesTheMarginAndNoMore()
    {
        var ledger = new FuturesLedger("USDT", 1_000m);
        ledger.Buy(1m, 110m, maintenanceRate: 0.01m, timeUs: 5);

        // (110 - 11) / (1 - 0.01) = 100
        Assert.Equal(100m, ledger.PositionOf(Btc)!.LiquidationPrice);
        Assert.Equal(MarkStatus.Open, ledger.Mark(Btc, 100.00000001m).Status);
        var result = ledger.Mark(Btc, 100m, timeUs: 9);

        Assert.Equal((MarkStatus.Liquidated, 11m), (result.Status, result.LostMargin));
        Assert.Equal((989m, 989m, 0m, -11m), (ledger.Wallet, ledger.Available, ledger.Margin, ledger.Realized));
        Assert.Equal((1, 0, 1), (ledger.RoundTrips, ledger.Wins, ledger.Losses));
        var trip = result.Closed!;
        Assert.Equal((-11m, 110m, 100m), (trip.NetPnl, trip.EntryPrice, trip.ExitPrice));
        Assert.Equal((5L, 9L, true), (trip.OpenedUs, trip.ClosedUs, trip.IsLiquidation));
    }

    [Fact]
    public void Mark_OfAShortAtItsLiquidationPrice_TakesTheMarginAndNoMore()
    {
        var ledger = new FuturesLedger("USDT", 1_000m);
        ledger.Sell(1m, 101m, maintenanceRate: 0.01m);

        // (101 + 10.1) / (1 + 0.01) = 110
        Assert.Equal(110m, ledger.PositionOf(Btc)!.LiquidationPrice);
        Assert.Equal(MarkStatus.Open, ledger.Mark(Btc, 109.99999999m).Status);
        var result = ledger.Mark(Btc, 250m);

        Assert.Equal((MarkStatus.Liquidated, 10.1m), (result.Status, result.LostMargin));
        Assert.Equal((989.9m, -10.1m), (ledger.Wallet, ledger.Realized));
    }

    [Fact]
    public void Mark_WithoutATime_EndsALiquidatedTripAtItsLastFill()
    {
        var ledger = new FuturesLedger("USDT", 1_000m);
        ledger.Buy(1m, 100m, timeUs: 5);
        ledger.Buy(1m, 100m, timeUs: 6);

        Assert.Equal(6L, ledger.Mark(Btc, 50m).Closed!.ClosedUs);
    }

    [Theory]
    [InlineData(100, 100)] // at the entry the whole way is left
    [InlineData(120, 100)]
    [InlineData(95, 50)] // halfway to 90
    [InlineData(92, 20)]
    public void MarginRatioPct_OfALong_TellsHowMuchOfTheWayIsLeft(int mark, int expected)
    {
        var ledger = new FuturesLedger("USDT", 1_000m);
        ledger.Buy(1m, 100m, maintenanceRate: 0m);

        ledger.Mark(Btc, mark);

        Assert.Equal(expected, ledger.PositionOf(Btc)!.MarginRatioPct);
    }

    [Theory]
    [InlineData(90, 100)]
    [InlineData(105, 50)] // halfway to 110
    public void MarginRatioPct_OfAShort_TellsHowMuchOfTheWayIsLeft(int mark, int expected)
    {
        var ledger = new FuturesLedger("USDT", 1_000m);
        ledger.Sell(1m, 100m, maintenanceRate: 0m);

        ledger.Mark(Btc, mark);

        Assert.Equal(expected, ledger.PositionOf(Btc)!.MarginRatioPct);
    }

    [Fact]
    public void LiquidationPrice_OfALongWithMoreMarginThanCost_IsZero()
    {
        var ledger = new FuturesLedger("USDT", 1_000m);
        ledger.Buy(1m, 100m, leverage: 1);
        Assert.True(ledger.TryAddMargin(Btc, 50m));

        Assert.Equal(0m, ledger.PositionOf(Btc)!.LiquidationPrice);
        Assert.Equal(MarkStatus.Open, ledger.Mark(Btc, 0.00000001m).Status);
    }

    [Fact]
    public void TryAddMargin_FromTheAvailableBalance_MovesLiquidationAway()
    {
        var ledger = new FuturesLedger("USDT", 100m);
        ledger.Buy(1m, 110m, maintenanceRate: 0.01m);

        Assert.True(ledger.TryAddMargin(Btc, 9.9m));

        // (110 - 20.9) / 0.99 = 90
        Assert.Equal(90m, ledger.PositionOf(Btc)!.LiquidationPrice);
        Assert.Equal((100m, 79.1m, 20.9m), (ledger.Wallet, ledger.Available, ledger.Margin));
    }

    [Fact]
    public void TryAddMargin_MoreThanAvailableOrToNoPosition_IsRefused()
    {
        var ledger = new FuturesLedger("USDT", 100m);
        Assert.False(ledger.TryAddMargin(Btc, 1m));

        ledger.Buy(1m, 100m);

        Assert.False(ledger.TryAddMargin(Btc, 90.00000001m));
        Assert.Equal((90m, 10m), (ledger.Available, ledger.Margin));
    }
}
