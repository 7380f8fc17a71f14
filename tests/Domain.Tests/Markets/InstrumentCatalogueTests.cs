using Draizer.Domain.Markets;

namespace Draizer.Domain.Tests.Markets;

public sealed class InstrumentCatalogueTests
{
    private static readonly InstrumentCatalogue Catalogue =
        new([Named("sim", "BTC_USDT"), Named("mexc", "BTC_USDT"), Named("sim", "ETH_USDT")]);

    [Fact]
    public void Index_and_name_lead_to_the_same_instrument()
    {
        for (var i = 0; i < Catalogue.Count; i++)
        {
            var instrument = Catalogue[i];
            Assert.True(Catalogue.TryFind(instrument.Venue, instrument.Symbol, out int index));
            Assert.True(Catalogue.TryFind(instrument.Venue, instrument.Symbol, out Instrument? found));
            Assert.Equal(i, index);
            Assert.Same(instrument, found);
        }

        Assert.Equal(3, Catalogue.Count);
        Assert.Equal(["sim:BTC_USDT", "mexc:BTC_USDT", "sim:ETH_USDT"], Catalogue.All.Select(i => i.ToString()));
    }

    [Theory]
    [InlineData("mexc", "ETH_USDT")]
    [InlineData("sim", "btc_usdt")]
    [InlineData("", "")]
    public void TryFind_OfWhatIsNotListed_IsRefused(string venue, string symbol)
    {
        Assert.False(Catalogue.TryFind(venue, symbol, out int _));
        Assert.False(Catalogue.TryFind(venue, symbol, out Instrument? instrument));
        Assert.Null(instrument);
    }

    [Fact]
    public void Venues_come_once_each_in_the_order_of_the_list() => Assert.Equal(["sim", "mexc"], Catalogue.Venues);

    [Fact]
    public void An_instrument_listed_twice_is_an_error_that_names_it()
    {
        var error = Assert.Throws<ArgumentException>(() => new InstrumentCatalogue([Named("sim", "A_USDT"), Named("sim", "A_USDT")]));

        Assert.Contains("sim:A_USDT", error.Message, StringComparison.Ordinal);
    }

    private static Instrument Named(string venue, string symbol) => new()
    {
        Venue = venue,
        Symbol = symbol,
        MarketType = MarketType.Futures,
        BaseAsset = symbol.Split('_')[0],
        QuoteAsset = "USDT",
        TickSize = 0.1m,
        LotSize = 0.001m,
        MakerFeeRate = 0.0001m,
        TakerFeeRate = 0.0006m,
    };
}
