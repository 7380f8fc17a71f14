using System.Reflection;
using Draizer.Api.Hosting;
using Draizer.Api.Live;
using Draizer.Api.Wire;
using Draizer.Domain.Markets;
using Draizer.Pipeline.Engine;
using Draizer.Storage.Writing;
using Draizer.Trading.Ports;

namespace Draizer.Api.Health;

/// <summary>Whether the server is alive, ready, and how it is doing.</summary>
public static class HealthEndpoints
{
    public static string Version { get; } =
        typeof(HealthEndpoints).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";

    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapGet("/health/live", () => new HealthBody("live", [])).WithTags("Health").WithSummary("The process answers.");
        app.MapGet("/health/ready", Ready).WithTags("Health").WithSummary("Everything is up, or what is not.")
            .Produces<HealthBody>().Produces<HealthBody>(503);
        app.MapGet("/api/engine", Engine).WithTags("Health").WithSummary("Counters and latencies of the engine.").Produces<EngineBody>();
    }

    private static IResult Ready(Readiness readiness) => Results.Json(
        new HealthBody(readiness.IsReady ? "ready" : "not_ready", readiness.Checks()), statusCode: readiness.IsReady ? 200 : 503);

    private static EngineBody Engine(
        TradingEngine engine, StoreWriter writer, IStore store, LiveSessions live, FeedHub feeds, InstrumentCatalogue catalogue,
        Readiness readiness, EventRate rate)
    {
        var status = engine.Status();
        return new EngineBody(
            Version, new Timestamp(status.StartedUs), new Timestamp(status.CoreTimeUs), status.Sequence, rate.PerSecond,
            new RingBody(status.RingCapacity, status.RingDepth, status.IngressDepth, status.WaitStrategy),
            [.. status.Stages.Select(StageBody.Of)],
            [.. catalogue.Venues.Select(v => new VenueBody(v, readiness.IsUp("venues"), catalogue.All.Count(i => i.Venue == v)))],
            new StoreBody(StoreName.Of(store), writer.Lag.TotalMilliseconds, writer.Pending, writer.DroppedTicks),
            status.FailedEvents, status.FailedDeliveries, live.Count, feeds.Count);
    }
}
