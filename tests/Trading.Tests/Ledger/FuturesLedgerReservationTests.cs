using Draizer.Domain.Identity;
using Draizer.Domain.Markets;
using Draizer.Trading.Ledger;

namespace Draizer.Trading.Tests.Ledger;

public sealed class FuturesLedgerReservationTests
{
    private static readonly EntityId Order = new(1, 2, 3);
    private static readonly EntityId OtherOrder = new(1, 2, 4);

    [Fact]
    public void TryReserve_WithinTheAvailableBalance_HoldsItBack()
    {
        var ledger = new FuturesLedger("USDT", 100m);

        Assert.True(ledger.TryReserve(Order, 60m));
        Assert.False(ledger.TryReserve(OtherOrder, 40.00000001m));
        Assert.Equal((100m, 40m, 60m), (ledger.Wallet, ledger.Available, ledger.Reserved));
    }

    [Fact]
    public void TryReserve_TwiceForOneOrder_IsABug()
    {
        var ledger = new FuturesLedger("USDT", 100m);
        ledger.TryReserve(Order, 1m);

        Assert.Throws<InvalidOperationException>(() => ledger.TryReserve(Order, 1m));
        Assert.Equal((99m, 1m), (ledger.Available, ledger.Reserved));
    }

    [Fact]
    public void ReleaseReservation_GivesBackOnce()
    {
        var ledger = new FuturesLedger("USDT", 100m);
        ledger.TryReserve(Order, 60m);

        ledger.ReleaseReservation(Order);
        ledger.ReleaseReservation(Order);

        Assert.Equal((100m, 0m), (ledger.Available, ledger.Reserved));
    }

    [Fact]
    public void Fill_OfAReservedOrder_ReplacesTheReservationByTheRealCosts()
    {
        var ledger = new FuturesLedger("USDT", 100m);
        ledger.TryReserve(Order, 60m);
        ledger.TryReserve(OtherOrder, 5m);

        ledger.Buy(4m, 100m, reservedBy: Order);

        Assert.Equal((55m, 40m, 5m), (ledger.Available, ledger.Margin, ledger.Reserved));
    }

    [Fact]
    public void Fill_DearerThanItsReservation_TakesTheRestFromTheAvailableBalance()
    {
        var ledger = new FuturesLedger("USDT", 100m);
        ledger.TryReserve(Order, 60m);

        Assert.Equal(FillStatus.Filled, ledger.Buy(10m, 100m, reservedBy: Order).Status);
        Assert.Equal((0m, 100m, 0m), (ledger.Available, ledger.Margin, ledger.Reserved));
    }

    [Fact]
    public void Fill_DearerThanReservationAndBalance_IsRefusedAndKeepsTheReservation()
    {
        var ledger = new FuturesLedger("USDT", 100m);
        ledger.TryReserve(Order, 60m);

        Assert.Equal(FillStatus.InsufficientMargin, ledger.Buy(10.1m, 100m, reservedBy: Order).Status);
        Assert.Equal((40m, 60m), (ledger.Available, ledger.Reserved));
    }

    [Fact]
    public void Fill_OfAnotherOrder_CannotTouchAReservation()
    {
        var ledger = new FuturesLedger("USDT", 100m);
        ledger.TryReserve(Order, 60m);

        Assert.Equal(FillStatus.InsufficientMargin, ledger.Buy(5m, 100m).Status);
        Assert.Equal(FillStatus.Filled, ledger.Buy(4m, 100m).Status);
    }

    [Fact]
    public void CostToOpen_IsWhatTheOpeningFillTakes()
    {
        var request = new FillRequest
        {
            Instrument = LedgerTrades.Btc,
            Side = Side.Buy,
            Quantity = 0.3m,
            Price = 100.1m,
            Leverage = 7,
            FeeRate = 0.0006m,
            MaintenanceRate = 0.005m,
        };
        var ledger = new FuturesLedger("USDT", 100m);

        ledger.Fill(request);

        // 30.03 / 7 = 4.29 margin, 0.018018 fee
        Assert.Equal(4.308018m, request.CostToOpen());
        Assert.Equal(100m - 4.308018m, ledger.Available);
    }
}
