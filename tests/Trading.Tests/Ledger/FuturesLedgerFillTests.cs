using Draizer.Domain.Positions;
using Draizer.Trading.Ledger;
using static Draizer.Trading.Tests.Ledger.LedgerTrades;

namespace Draizer.Trading.Tests.Ledger;

public sealed class FuturesLedgerFillTests
{
    [Fact]
    public void The_worked_example_of_a_long_with_flat_fees_comes_out_to_the_cent()
    {
        var ledger = new FuturesLedger("USDT", 1_000m);

        ledger.Buy(0.00746m, 67_000m, leverage: 3, flatFee: 0.50m);
        ledger.Mark(Btc, 67_100m);
        Assert.Equal(0.746m, ledger.UnrealizedPnl);

        var close = ledger.Sell(0.00746m, 67_100m, leverage: 3, flatFee: 0.50m);

        Assert.Equal(0.746m, close.Realized);
        Assert.Equal(-0.254m, close.Closed!.NetPnl);
        Assert.Equal(999.746m, ledger.Wallet);
        Assert.Equal(999.746m, ledger.Available);
        Assert.Equal((1, 0, 1), (ledger.RoundTrips, ledger.Wins, ledger.Losses));
    }

    [Fact]
    public void Fill_WhenFlat_OpensWithMarginAndFee()
    {
        var ledger = new FuturesLedger("USDT", 1_000m);

        var fill = ledger.Buy(2m, 100m, leverage: 8, feeRate: 0.0006m, timeUs: 7);

        Assert.Equal(new FillResult(FillStatus.Filled, 2m, 0m, 0.12m, null, PositionEffect.Opened, null), fill);
        var position = ledger.PositionOf(Btc)!;
        Assert.Equal((PositionSide.Long, 2m, 200m, 25m), (position.Side, position.Quantity, position.Cost, position.Margin));
        Assert.Equal((100m, 8m, 100m, 7L), (position.EntryPrice, position.Leverage, position.Mark, position.OpenedUs));
        Assert.Equal((999.88m, 974.88m, 25m), (ledger.Wallet, ledger.Available, ledger.Margin));
    }

    [Fact]
    public void Fill_OnTheSameSide_AveragesEntryAndLeverage()
    {
        var ledger = new FuturesLedger("USDT", 1_000m);

        ledger.Buy(1m, 100m, leverage: 10);
        var fill = ledger.Buy(1m, 110m, leverage: 5);

        // C = 100 + 110, M = 10 + 22
        Assert.Equal(PositionEffect.Added, fill.Effect);
        var position = ledger.PositionOf(Btc)!;
        Assert.Equal((2m, 210m, 32m), (position.Quantity, position.Cost, position.Margin));
        Assert.Equal((105m, 6.5625m), (position.EntryPrice, position.Leverage));
    }

    [Fact]
    public void Fill_AgainstPartOfAPosition_ReleasesThatShareOfCostAndMargin()
    {
        var ledger = new FuturesLedger("USDT", 1_000m);
        ledger.Buy(3m, 100m, leverage: 7);

        var fill = ledger.Sell(1m, 104m, feeRate: 0.001m);

        // M = 300/7 = 42.85714286, a third of it 14.28571429 (rounded), cost 100, fee 0.104
        Assert.Equal(new FillResult(FillStatus.Filled, 1m, 1m, 0.104m, 4m, PositionEffect.Reduced, null), fill);
        var position = ledger.PositionOf(Btc)!;
        Assert.Equal((2m, 200m, 28.57142857m), (position.Quantity, position.Cost, position.Margin));
        Assert.Equal((4m, 0.104m, 3m), (position.Realized, position.Fees, position.MaxQuantity));
        Assert.Equal(1_003.896m, ledger.Wallet);
        Assert.Equal(0, ledger.RoundTrips);
    }

    [Fact]
    public void Fill_OfAShortThatFell_Wins()
    {
        var ledger = new FuturesLedger("USDT", 1_000m);
        ledger.Sell(2m, 100m);
        ledger.Mark(Btc, 95m);
        Assert.Equal(10m, ledger.UnrealizedPnl);
        Assert.Equal(50m, ledger.PositionOf(Btc)!.UnrealizedPnlPct);

        var close = ledger.Buy(2m, 90m);

        Assert.Equal((20m, PositionEffect.Closed), (close.Realized, close.Effect));
        Assert.Equal((1_020m, 1), (ledger.Wallet, ledger.Wins));
        Assert.Null(ledger.PositionOf(Btc));
    }

    [Fact]
    public void Fill_BeyondThePosition_ClosesAndOpensTheRestEachWithItsFee()
    {
        var ledger = new FuturesLedger("USDT", 1_000m);
        ledger.Buy(2m, 100m, feeRate: 0.001m, timeUs: 1);

        var flip = ledger.Sell(5m, 110m, feeRate: 0.001m, timeUs: 2);

        // closes 2: +20, fee 0.22; opens 3 short: cost 330, margin 33, fee 0.33
        Assert.Equal((PositionEffect.Flipped, 5m, 2m), (flip.Effect, flip.Quantity, flip.ReducedQuantity));
        Assert.Equal((0.55m, 20m), (flip.Fee, flip.Realized));
        Assert.Equal((0.42m, 19.58m, 1L, 2L), (flip.Closed!.Fees, flip.Closed.NetPnl, flip.Closed.OpenedUs, flip.Closed.ClosedUs));
        var position = ledger.PositionOf(Btc)!;
        Assert.Equal((PositionSide.Short, 3m, 330m), (position.Side, position.Quantity, position.Cost));
        Assert.Equal((33m, 0.33m), (position.Margin, position.Fees));
        Assert.Equal((1_019.25m, 986.25m), (ledger.Wallet, ledger.Available));
    }

    [Theory]
    [InlineData(4, FillStatus.Filled)] // the rest of 2 needs 20: 5 available and 20 freed
    [InlineData(5, FillStatus.InsufficientMargin)] // the rest of 3 needs 30
    public void Fill_ThatFlips_CountsWhatClosingFreesAndIsTakenOrRefusedWhole(int quantity, FillStatus expected)
    {
        var ledger = new FuturesLedger("USDT", 25m);
        ledger.Buy(2m, 100m);

        var flip = ledger.Sell(quantity, 100m);

        Assert.Equal(expected, flip.Status);
        Assert.Equal(expected == FillStatus.Filled ? PositionSide.Short : PositionSide.Long, ledger.PositionOf(Btc)!.Side);
        Assert.Equal(2m, ledger.PositionOf(Btc)!.Quantity);
    }

    [Fact]
    public void Fill_WithoutMarginForItsFee_IsRefusedAndChangesNothing()
    {
        var ledger = new FuturesLedger("USDT", 10m);

        var fill = ledger.Buy(1m, 100m, feeRate: 0.0001m);

        Assert.Equal(FillResult(FillStatus.InsufficientMargin), fill);
        Assert.Equal((10m, 10m, 0), (ledger.Wallet, ledger.Available, ledger.OpenPositions.Count));
        Assert.True(ledger.LastPostings.IsEmpty);
        Assert.Equal(FillStatus.Filled, ledger.Buy(1m, 100m).Status);
    }

    [Fact]
    public void Fill_AtALossBeyondItsMargin_LosesTheMarginAndPaysTheFeeItCan()
    {
        var ledger = new FuturesLedger("USDT", 20.01m);
        ledger.Buy(2m, 100m);

        var half = ledger.Sell(1m, 80m, feeRate: 0.001m);

        // 20 are lost on paper, 10 secured them; the fee of 0.08 finds 0.01.
        Assert.Equal((-10m, 0.01m), (half.Realized, half.Fee));
        Assert.Equal((10m, 0m, 10m), (ledger.Wallet, ledger.Available, ledger.Margin));
    }

    [Fact]
    public void Fill_ReduceOnly_IsCutToThePosition()
    {
        var ledger = new FuturesLedger("USDT", 1_000m);
        ledger.Buy(2m, 100m);

        var fill = ledger.Sell(5m, 101m, reduceOnly: true);

        Assert.Equal((FillStatus.Filled, 2m, PositionEffect.Closed), (fill.Status, fill.Quantity, fill.Effect));
        Assert.Empty(ledger.OpenPositions);
    }

    [Fact]
    public void Fill_ReduceOnlyWhenFlatOrOnThePositionsOwnSide_HasNothingToReduce()
    {
        var ledger = new FuturesLedger("USDT", 1_000m);

        Assert.Equal(FillStatus.NothingToReduce, ledger.Sell(1m, 100m, reduceOnly: true).Status);
        ledger.Buy(1m, 100m);
        Assert.Equal(FillStatus.NothingToReduce, ledger.Buy(1m, 100m, reduceOnly: true).Status);
        Assert.Equal(1m, ledger.PositionOf(Btc)!.Quantity);
    }

    [Fact]
    public void A_closed_trip_tells_average_prices_the_largest_quantity_and_all_costs()
    {
        var ledger = new FuturesLedger("USDT", 1_000m);
        ledger.Buy(1m, 100m, flatFee: 1m, timeUs: 10);
        ledger.Buy(3m, 104m, flatFee: 1m, timeUs: 20);
        ledger.ApplyFunding(Btc, 0.01m, 100m); // 4 · 100 · 0.01 = 4
        ledger.Sell(1m, 110m, flatFee: 1m, timeUs: 30);

        var trip = ledger.Sell(3m, 106m, flatFee: 1m, timeUs: 40).Closed!;

        // in: (100 + 312) / 4 = 103; out: (110 + 318) / 4 = 107; realized 4 · 4 = 16
        Assert.Equal((4m, 103m, 107m), (trip.MaxQuantity, trip.EntryPrice, trip.ExitPrice));
        Assert.Equal((16m, 4m, 4m, 8m), (trip.Realized, trip.Fees, trip.Funding, trip.NetPnl));
        Assert.Equal((10L, 40L, false), (trip.OpenedUs, trip.ClosedUs, trip.IsLiquidation));
        Assert.Equal(1_008m, ledger.Wallet);
    }

    [Fact]
    public void A_view_of_a_position_kept_past_its_end_is_flat()
    {
        var ledger = new FuturesLedger("USDT", 1_000m);
        ledger.Buy(1m, 100m);
        var position = ledger.PositionOf(Btc)!;

        ledger.Sell(1m, 104m);

        Assert.Equal((0m, 0m, 0m, 0m), (position.Quantity, position.EntryPrice, position.LiquidationPrice, position.UnrealizedPnl));
        Assert.Equal((4m, 1m), (position.Realized, position.MaxQuantity));
    }

    [Fact]
    public void A_trip_that_ends_where_it_began_is_neither_won_nor_lost()
    {
        var ledger = new FuturesLedger("USDT", 1_000m);
        ledger.Buy(1m, 100m);
        ledger.Sell(1m, 100m);

        Assert.Equal((1, 0, 0), (ledger.RoundTrips, ledger.Wins, ledger.Losses));
    }

    [Fact]
    public void Open_positions_are_listed_in_the_order_in_which_they_were_opened()
    {
        var ledger = new FuturesLedger("USDT", 1_000m);
        ledger.Buy(1m, 100m, instrument: 5);
        ledger.Sell(1m, 100m, instrument: 2);
        ledger.Buy(1m, 100m, instrument: 9);
        ledger.Sell(2m, 100m, instrument: 5); // a flip opens anew

        Assert.Equal([2, 9, 5], ledger.OpenPositions.Select(p => p.Instrument));
    }

    [Theory]
    [InlineData(0, 100, 10)]
    [InlineData(-1, 100, 10)]
    [InlineData(1, 0, 10)]
    [InlineData(1, 100, 0)]
    public void Fill_OfWhatCannotBeAFill_IsABug(int quantity, int price, int leverage)
    {
        var ledger = new FuturesLedger("USDT", 1_000m);

        Assert.Throws<ArgumentOutOfRangeException>(() => ledger.Buy(quantity, price, leverage));
    }

    private static FillResult FillResult(FillStatus refusal) => new(refusal, 0, 0, 0, null, PositionEffect.None, null);
}
