using Draizer.Domain.Markets;
using Draizer.Venues.Simulated;

namespace Draizer.Venues.Tests.Simulated;

/// <summary>Streams of a simulated market, taken whole.</summary>
internal static class GeneratedStream
{
    public const long SecondUs = 1_000_000;
    public const long MinuteUs = 60 * SecondUs;

    /// <summary>2026-01-05 09:30:12 UTC, a time that is no boundary of anything.</summary>
    public const long StartUs = 1_767_605_412_345_678;

    public static List<TimedMarketEvent> Take(SimulatedMarketOptions options, long lengthUs, long startUs = StartUs) =>
        Take(new SimulatedMarket(options, startUs), startUs + lengthUs);

    public static List<TimedMarketEvent> Take(SimulatedMarket market, long untilUs)
    {
        var events = new List<TimedMarketEvent>();
        while (market.TryNext(untilUs, out var timed))
            events.Add(timed);
        return events;
    }

    public static IEnumerable<TimedMarketEvent> Of(this IEnumerable<TimedMarketEvent> events, int instrument, MarketEventKind kind) =>
        events.Where(e => e.Event.Instrument == instrument && e.Event.Kind == kind);

    public static double Mid(this MarketEvent quote) => (quote.BidPrice + quote.AskPrice) / 2;

    /// <summary>All shocks that start before a time, as any market with these options has them.</summary>
    public static List<Shock> Shocks(SimulatedMarketOptions options, long untilUs, long startUs = StartUs)
    {
        var schedule = new ShockSchedule(options, startUs);
        var shocks = new List<Shock>();
        while (schedule.Next.StartUs < untilUs)
            shocks.Add(schedule.Take());
        return shocks;
    }
}
