using Draizer.Domain.Markets;
using Draizer.Pipeline.Engine;
using Draizer.Pipeline.Ingress;
using Draizer.Trading.Ports;
using Draizer.Venues.Simulated;

namespace Draizer.Api.Hosting;

/// <summary>
/// Gives the engine its past: what was recorded, then what the simulated market adds from there to now, so that every window is warm
/// when trading begins.
/// </summary>
public sealed class MarketHistory(ServerOptions options, InstrumentCatalogue catalogue, IStore store, TimeProvider time, ILogger<MarketHistory> log)
{
    private const long FirstPumpAfterUs = 6_000_000;
    private const long PriceLookBackUs = 600_000_000;

    /// <summary>Feeds the past, and returns the market that goes on from it.</summary>
    public async Task<SimulatedVenues> FeedAsync(TradingEngine engine, CancellationToken cancellationToken)
    {
        var nowUs = CoreTime.Now(time);
        var fromUs = nowUs - (long)options.History.TotalMicroseconds;
        var lastPrices = new Dictionary<(string Venue, string Symbol), double>();
        var recordedUntilUs = await FeedRecordedAsync(engine, fromUs, lastPrices, cancellationToken);

        // Taken again: reading what was recorded has taken its time.
        nowUs = CoreTime.Now(time);
        var seed = options.Seed ?? (ulong)nowUs;
        log.LogInformation("The simulated market runs on seed {Seed}", seed);
        var plan = MarketOptions(options) with { Seed = seed, InitialPrices = lastPrices };
        if (options.Demo)
            plan = WithOpeningPumps(plan, nowUs, isRestart: recordedUntilUs > fromUs);
        var market = new SimulatedMarket(plan, Math.Max(fromUs, recordedUntilUs + 1));
        var venues = new SimulatedVenues(market, nowUs, time);
        var fed = 0;
        while (venues.TryNextOfHistory(out var next))
        {
            cancellationToken.ThrowIfCancellationRequested();
            engine.FeedHistory(next.Event, next.TimeUs, isStored: false);
            fed++;
        }

        log.LogInformation("The engine was warmed with {Count} events of the simulated market's past", fed);
        return venues;
    }

    /// <summary>The market that these options ask for.</summary>
    public static SimulatedMarketOptions MarketOptions(ServerOptions options) => new() { SymbolCount = options.Symbols };

    // A pump that was recorded lately hides the next one of its symbol from the strategies, so a restart opens with other symbols.
    private SimulatedMarketOptions WithOpeningPumps(SimulatedMarketOptions plan, long nowUs, bool isRestart)
    {
        plan = plan with { FirstPumpAtUs = nowUs + FirstPumpAfterUs };
        if (!isRestart)
            return plan;

        var turn = (int)(nowUs / 60_000_000 % options.Symbols);
        return plan with
        {
            FirstPumpSymbol = catalogue[turn].Symbol,
            SecondPumpSymbol = catalogue[(turn + (options.Symbols / 2)) % options.Symbols].Symbol,
        };
    }

    private async Task<long> FeedRecordedAsync(
        TradingEngine engine, long fromUs, Dictionary<(string, string), double> lastPrices, CancellationToken cancellationToken)
    {
        if (await store.ReadLastTickTimeAsync(cancellationToken) is not { } lastUs)
            return 0;

        var fed = 0;
        await foreach (var tick in store.ReadTicksAsync(Math.Min(fromUs, lastUs - PriceLookBackUs), lastUs + 1, cancellationToken))
        {
            var instrument = catalogue[tick.Market.Instrument];
            if (tick.Market.Kind == MarketEventKind.Trade)
                lastPrices[(instrument.Venue, instrument.Symbol)] = tick.Market.Price;
            if (tick.TimeUs < fromUs)
                continue;

            engine.FeedHistory(tick.Market, tick.TimeUs, isStored: true);
            fed++;
        }

        log.LogInformation("The engine was warmed with {Count} recorded events", fed);
        return lastUs;
    }
}
