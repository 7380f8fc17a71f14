using Draizer.Domain.Markets;
using Draizer.Venues.Simulated;
using static Draizer.Venues.Tests.Simulated.GeneratedStream;

namespace Draizer.Venues.Tests.Simulated;

public sealed class SimulatedMarketTests
{
    private static readonly SimulatedMarketOptions Small = new() { Seed = 7, SymbolCount = 4 };

    private static readonly List<TimedMarketEvent> HalfAnHour = Take(Small, 30 * MinuteUs);

    [Fact]
    public void TryNext_SameSeedAndStart_GivesTheSameStream() => Assert.Equal(HalfAnHour, Take(Small, 30 * MinuteUs));

    [Fact]
    public void TryNext_OtherSeed_GivesAnotherStream() =>
        Assert.NotEqual(Take(Small, MinuteUs).Select(e => e.TimeUs), Take(Small with { Seed = 8 }, MinuteUs).Select(e => e.TimeUs));

    [Theory, InlineData(20_000), InlineData(777_777), InlineData(61_000_001)]
    public void TryNext_HoweverCallsDivideTime_GivesTheSameStream(long sliceUs)
    {
        var market = new SimulatedMarket(Small, StartUs);
        var events = new List<TimedMarketEvent>();
        for (var untilUs = StartUs; untilUs < StartUs + 30 * MinuteUs; untilUs += sliceUs)
        {
            while (market.TryNext(Math.Min(untilUs + sliceUs, StartUs + 30 * MinuteUs), out var timed))
                events.Add(timed);
        }

        Assert.Equal(HalfAnHour, events);
    }

    [Fact]
    public void TryNext_GivesOnlyEventsBeforeTheTimeAsked()
    {
        var market = new SimulatedMarket(Small, StartUs);
        var sixth = HalfAnHour[5].TimeUs;

        Assert.Equal(5, Take(market, sixth).Count);
        Assert.False(market.TryNext(sixth, out _));
        Assert.True(market.TryNext(sixth + 1, out var next));
        Assert.Equal(HalfAnHour[5], next);
    }

    [Fact]
    public void Events_AreInOrderOfTimeAndCarryItAsTheVenueTime()
    {
        var lastUs = StartUs;
        foreach (var (timeUs, marketEvent) in HalfAnHour)
        {
            Assert.True(timeUs >= lastUs, "Time went back.");
            Assert.Equal(timeUs, marketEvent.VenueTimeUs);
            lastUs = timeUs;
        }

        Assert.True(lastUs < StartUs + 30 * MinuteUs);
    }

    [Fact]
    public void Quotes_AreNeverCrossedAndAtMostATenthOfAPerCentWide()
    {
        var quotes = HalfAnHour.Where(e => e.Event.Kind == MarketEventKind.Quote).Select(e => e.Event).ToList();

        Assert.NotEmpty(quotes);
        Assert.All(quotes, q =>
        {
            Assert.True(q.BidPrice > 0 && q.AskPrice > q.BidPrice);
            Assert.True((q.AskPrice - q.BidPrice) / q.Mid() <= 0.001);
        });
    }

    [Fact]
    public void Trades_HappenAtTheStandingQuoteOnTheAggressorsSide()
    {
        var standing = new MarketEvent[8];
        var trades = 0;
        foreach (var (_, marketEvent) in HalfAnHour)
        {
            if (marketEvent.Kind == MarketEventKind.Quote)
                standing[marketEvent.Instrument] = marketEvent;
            if (marketEvent.Kind != MarketEventKind.Trade)
                continue;

            trades++;
            var quote = standing[marketEvent.Instrument];
            Assert.Equal(marketEvent.Aggressor == Side.Buy ? quote.AskPrice : quote.BidPrice, marketEvent.Price);
        }

        Assert.True(trades > 4 * 30 * 60, $"Only {trades} trades.");
    }

    [Fact]
    public void PricesAndSizes_AreOnTheirSteps()
    {
        var market = new SimulatedMarket(new() { SymbolCount = 60 }, StartUs);
        var seen = 0;
        while (market.TryNext(StartUs + MinuteUs, out var timed))
        {
            var (marketEvent, instrument) = (timed.Event, market.Catalogue[timed.Event.Instrument]);
            (double[] prices, double[] sizes) = marketEvent.Kind switch
            {
                MarketEventKind.Trade => ([marketEvent.Price], [marketEvent.Quantity]),
                MarketEventKind.Quote => ([marketEvent.BidPrice, marketEvent.AskPrice], [marketEvent.BidSize, marketEvent.AskSize]),
                _ => (Array.Empty<double>(), Array.Empty<double>()),
            };
            Assert.All(prices, p => Assert.True(p > 0 && (decimal)p % instrument.TickSize == 0, $"{instrument}: {p} is off its tick."));
            Assert.All(sizes, q => Assert.True(q > 0 && (decimal)q % instrument.LotSize == 0, $"{instrument}: {q} is off its lot."));
            seen += prices.Length;
        }

        Assert.True(seen > 120 * 60);
    }

    [Fact]
    public void ThousandSymbols_AllSpeakAndKeepTheirRates()
    {
        var market = new SimulatedMarket(new() { SymbolCount = 1_000 }, StartUs);
        var quotes = new int[market.Catalogue.Count];
        var events = 0;
        while (market.TryNext(StartUs + MinuteUs, out var timed))
        {
            events++;
            quotes[timed.Event.Instrument] += timed.Event.Kind == MarketEventKind.Quote ? 1 : 0;
        }

        // Per second and symbol: 2.5 + 1.25 trades and quotes, 2/60 forecasts.
        Assert.InRange(events, 1_000 * 60 * 3.6, 1_000 * 60 * 4.0);
        Assert.DoesNotContain(0, quotes);
    }

    [Fact]
    public void TryNext_OnceBuilt_AllocatesNothingPerEvent()
    {
        var market = new SimulatedMarket(Small, StartUs);
        market.TryNext(long.MaxValue, out _);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100_000; i++)
            market.TryNext(long.MaxValue, out _);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        // A shock a minute or so, of less than a kilobyte each.
        Assert.True(allocated < 100_000, $"{allocated} bytes for 100,000 events.");
    }

    [Fact]
    public void Constructor_FaultyOptions_NamesEveryFault()
    {
        var options = new SimulatedMarketOptions
        {
            SymbolCount = 2_000,
            Venues = [new("a") { Lag = TimeSpan.FromSeconds(3) }, new("a") { TradesPerSecond = double.NaN }],
            MinShockIntervalSeconds = 60,
            MaxShockIntervalSeconds = 50,
            InitialPrices = new Dictionary<(string, string), double> { [("a", "BTC_USDT")] = 0 },
        };

        Assert.Equal(6, options.Faults().Count);
        var refusal = Assert.Throws<ArgumentException>(() => new SimulatedMarket(options, StartUs));
        Assert.All(options.Faults(), fault => Assert.Contains(fault, refusal.Message));
    }
}
