using Draizer.Domain.Markets;

namespace Draizer.Venues.Simulated;

/// <summary>
/// A seeded market: the same options and start give the same events, however the calls divide time. Owned by one thread at a time;
/// taking an event allocates nothing, save one small object for each shock planned.
/// </summary>
public sealed class SimulatedMarket
{
    // A feed draws its arrivals up to the next change of activity, so shocks are known well before the longest gap between trades.
    private const long PlanAheadUs = 300_000_000;

    private readonly ShockSchedule _shocks;
    private readonly SymbolModel[] _symbols;
    private readonly FeedQueue _queue;

    public SimulatedMarket(SimulatedMarketOptions options, long startUs)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfNegative(startUs);
        if (options.Faults() is { Count: > 0 } faults)
            throw new ArgumentException(string.Join(' ', faults), nameof(options));

        Catalogue = CatalogueOf(options);
        var listings = Listing.First(options.SymbolCount).ToArray();
        var market = SymbolModel.MarketFactor(options.Seed, startUs);
        var anchors = new double[listings.Length];
        _symbols = new SymbolModel[listings.Length];
        for (var i = 0; i < listings.Length; i++)
        {
            anchors[i] = AnchorOf(options, listings[i]);
            _symbols[i] = new(listings[i], anchors[i], market, new(options.Seed, RandomStreams.Symbol(i)), startUs);
        }

        _shocks = new(options, startUs);
        PlanShocks(startUs);

        var feeds = new InstrumentFeed[Catalogue.Count];
        for (var i = 0; i < feeds.Length; i++)
        {
            var symbol = i % listings.Length;
            var venue = options.Venues[i / listings.Length];
            var initialPrice = options.InitialPrices.GetValueOrDefault((venue.Name, listings[symbol].Symbol), anchors[symbol]);
            var basis = Math.Log(initialPrice / anchors[symbol]);
            feeds[i] = new(i, listings[symbol], venue, _symbols[symbol], options.Seed, basis, firstQuoteUs: startUs + i);
        }

        _queue = new(feeds);
    }

    /// <summary>Every symbol of the first venue, then of the next.</summary>
    public InstrumentCatalogue Catalogue { get; }

    public IReadOnlyList<Instrument> Instruments => Catalogue.All;

    /// <summary>The catalogue that a market with these options has, without building the market.</summary>
    public static InstrumentCatalogue CatalogueOf(SimulatedMarketOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);

        return new(options.Venues.SelectMany(venue => Listing.First(options.SymbolCount).Select(listing => listing.On(venue))));
    }

    /// <summary>Takes the next event if it happens before <paramref name="untilUs"/>; where it does not, nothing changes.</summary>
    public bool TryNext(long untilUs, out TimedMarketEvent timedEvent)
    {
        var feed = _queue.First;
        var timeUs = feed.NextUs;
        if (timeUs >= untilUs)
        {
            timedEvent = default;
            return false;
        }

        PlanShocks(timeUs);
        timedEvent = new(timeUs, feed.Take());
        _queue.Reorder();
        return true;
    }

    /// <summary>A symbol begins where its first venue with a given price left off; what others differ by reverts as their basis.</summary>
    private static double AnchorOf(SimulatedMarketOptions options, Listing listing)
    {
        foreach (var venue in options.Venues)
        {
            if (options.InitialPrices.TryGetValue((venue.Name, listing.Symbol), out var price))
                return price;
        }

        return listing.UsualPrice;
    }

    private void PlanShocks(long nowUs)
    {
        while (_shocks.Next.StartUs < nowUs + PlanAheadUs)
        {
            var shock = _shocks.Take();
            _symbols[shock.Symbol].Shock = shock;
        }
    }
}
