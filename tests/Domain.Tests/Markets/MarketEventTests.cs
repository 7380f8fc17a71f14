using System.Runtime.CompilerServices;
using Draizer.Domain.Markets;

namespace Draizer.Domain.Tests.Markets;

public sealed class MarketEventTests
{
    [Fact]
    public void A_market_event_fits_into_a_cache_line() => Assert.InRange(Unsafe.SizeOf<MarketEvent>(), 1, 64);

    [Fact]
    public void A_market_event_holds_no_references() => Assert.False(RuntimeHelpers.IsReferenceOrContainsReferences<MarketEvent>());

    [Fact]
    public void Trade_keeps_price_quantity_and_aggressor()
    {
        var trade = MarketEvent.Trade(3, 17, 67_000.1, 0.25, Side.Sell);

        Assert.Equal((MarketEventKind.Trade, 3, 17L), (trade.Kind, trade.Instrument, trade.VenueTimeUs));
        Assert.Equal((67_000.1, 0.25, Side.Sell), (trade.Price, trade.Quantity, trade.Aggressor));
        Assert.Equal(0, trade.NextFundingUs);
    }

    [Fact]
    public void Quote_keeps_both_sides_of_the_touch()
    {
        var quote = MarketEvent.Quote(3, 17, bidPrice: 99.5, bidSize: 1, askPrice: 100.5, askSize: 2);

        Assert.Equal((MarketEventKind.Quote, 3, 17L), (quote.Kind, quote.Instrument, quote.VenueTimeUs));
        Assert.Equal((99.5, 1.0, 100.5, 2.0), (quote.BidPrice, quote.BidSize, quote.AskPrice, quote.AskSize));
    }

    [Fact]
    public void Mark_keeps_its_price()
    {
        var mark = MarketEvent.Mark(3, 17, 100.25);

        Assert.Equal((MarketEventKind.Mark, 3, 17L, 100.25), (mark.Kind, mark.Instrument, mark.VenueTimeUs, mark.Price));
    }

    [Fact]
    public void Funding_keeps_the_settled_rate()
    {
        var funding = MarketEvent.Funding(3, 17, -0.0003);

        Assert.Equal((MarketEventKind.Funding, 3, 17L), (funding.Kind, funding.Instrument, funding.VenueTimeUs));
        Assert.Equal(-0.0003, funding.FundingRate);
    }

    [Fact]
    public void Forecast_keeps_rate_interval_and_settlement_time()
    {
        var forecast = MarketEvent.Forecast(3, 17, 0.0001, intervalSeconds: 28_800, nextFundingUs: 99);

        Assert.Equal((MarketEventKind.Forecast, 3, 17L), (forecast.Kind, forecast.Instrument, forecast.VenueTimeUs));
        Assert.Equal((0.0001, 28_800.0, 99L), (forecast.FundingRate, forecast.FundingIntervalSeconds, forecast.NextFundingUs));
    }
}
