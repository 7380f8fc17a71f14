using Draizer.Domain.Markets;
using Draizer.Trading.Ledger;

namespace Draizer.Trading.Tests.Ledger;

public sealed class LeverageLimitTests
{
    [Theory]
    [InlineData(200, "0.005", 1, true)]
    [InlineData(200, "0.005", 0, false)]
    [InlineData(200, "0.005", 99, true)]
    [InlineData(200, "0.005", 100, false)] // 1/100 is not above 2 · 0.005
    [InlineData(50, "0.005", 50, true)]
    [InlineData(50, "0.005", 51, false)]
    [InlineData(200, "0.001", 200, true)]
    public void Allows_UpToTheMaximum_AndWhileTheMarginIsMoreThanTwiceMaintenance(
        int maximum, string maintenance, int leverage, bool expected)
    {
        var instrument = new Instrument
        {
            Venue = "sim",
            Symbol = "BTC_USDT",
            MarketType = MarketType.Futures,
            BaseAsset = "BTC",
            QuoteAsset = "USDT",
            TickSize = 0.1m,
            LotSize = 0.001m,
            MakerFeeRate = 0,
            TakerFeeRate = 0,
            MaxLeverage = maximum,
            MaintenanceRate = decimal.Parse(maintenance),
        };

        Assert.Equal(expected, LeverageLimit.Allows(instrument, leverage));
    }
}
