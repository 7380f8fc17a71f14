using Draizer.Domain.Markets;
using Draizer.Venues.Simulated;
using static Draizer.Venues.Tests.Simulated.GeneratedStream;

namespace Draizer.Venues.Tests.Simulated;

public sealed class InstrumentsTests
{
    private static readonly SimulatedMarketOptions Small = new() { Seed = 7, SymbolCount = 4 };

    [Fact]
    public void Venues_GiveNoMarksSoThatPositionsFollowTheLastTrade() =>
        Assert.DoesNotContain(Take(Small, 2 * MinuteUs), e => e.Event.Kind == MarketEventKind.Mark);

    [Fact]
    public void Funding_IsForecastEachMinuteAndSettledAtTheEighthHour()
    {
        const long settlementUs = 1_767_628_800_000_000; // 2026-01-05 16:00 UTC
        var events = Take(Small, 20 * MinuteUs, settlementUs - 10 * MinuteUs);

        for (var instrument = 0; instrument < 8; instrument++)
        {
            var (timeUs, settlement) = Assert.Single(events.Of(instrument, MarketEventKind.Funding));
            Assert.Equal(settlementUs, timeUs);
            Assert.InRange(settlement.FundingRate, -0.0005, 0.0005);

            var forecasts = events.Of(instrument, MarketEventKind.Forecast).ToList();
            Assert.InRange(forecasts.Count, 19, 21);
            Assert.All(forecasts, f =>
            {
                Assert.Equal(8 * 3_600, f.Event.FundingIntervalSeconds);
                Assert.Equal(f.TimeUs < settlementUs ? settlementUs : settlementUs + 480 * MinuteUs, f.Event.NextFundingUs);
                Assert.InRange(f.Event.FundingRate, -0.0005, 0.0005);
            });
            var lastBefore = forecasts.Last(f => f.TimeUs < settlementUs).Event.FundingRate;
            Assert.InRange(lastBefore, settlement.FundingRate - 0.00001, settlement.FundingRate + 0.00001);
        }
    }

    [Fact]
    public void InitialPrices_AreWhereEachVenueBegins()
    {
        var options = Small with
        {
            InitialPrices = new Dictionary<(string, string), double>
            {
                [("sim", "BTC_USDT")] = 91_000,
                [("sim2", "BTC_USDT")] = 91_180,
                [("sim2", "ETH_USDT")] = 2_900,
            },
        };
        var events = Take(options, MinuteUs);

        // BTC on both venues, ETH on both from the one given, SOL as usual. A quote's middle is within its spread and noise.
        AssertBegins(instrument: 0, 91_000);
        AssertBegins(instrument: 4, 91_180);
        AssertBegins(instrument: 1, 2_900);
        AssertBegins(instrument: 5, 2_900);
        AssertBegins(instrument: 2, 168);

        void AssertBegins(int instrument, double price)
        {
            var mid = events.Of(instrument, MarketEventKind.Quote).First().Event.Mid();
            Assert.InRange(mid / price, 1 - 0.0002, 1 + 0.0002);
        }
    }

    [Fact]
    public void Catalogue_NamesWellKnownSymbolsOnBothVenuesThenInventsMore()
    {
        var catalogue = new SimulatedMarket(new() { SymbolCount = 22 }, StartUs).Catalogue;

        Assert.Equal(44, catalogue.Count);
        Assert.Equal(["sim", "sim2"], catalogue.Venues);
        Assert.True(catalogue.TryFind("sim", "BTC_USDT", out Instrument? bitcoin));
        Assert.Equal(MarketType.Futures, bitcoin.MarketType);
        Assert.Equal(125, bitcoin.MaxLeverage);
        Assert.Equal(0.1m, bitcoin.TickSize);
        Assert.Equal(0.0001m, bitcoin.LotSize);
        Assert.True(catalogue.TryFind("sim2", "PEPE_USDT", out Instrument? pepe));
        Assert.Equal(0.0000000001m, pepe.TickSize);
        Assert.Equal(1_000m, pepe.LotSize);
        Assert.True(catalogue.TryFind("sim2", "ALT002_USDT", out int last));
        Assert.Equal(43, last);
        Assert.All(catalogue.All, i => Assert.True(i.MaintenanceRate * i.MaxLeverage < 1, $"{i} would be liquidated as it opens."));
    }

    [Fact]
    public void SpotVenue_HasNoFundingOrLeverage()
    {
        var options = Small with { Venues = [new("spot") { MarketType = MarketType.Spot }] };

        Assert.All(SimulatedMarket.CatalogueOf(options).All, i => Assert.Equal((MarketType.Spot, 1), (i.MarketType, i.MaxLeverage)));
        Assert.All(Take(options, 2 * MinuteUs), e => Assert.True(e.Event.Kind is MarketEventKind.Trade or MarketEventKind.Quote));
    }
}
