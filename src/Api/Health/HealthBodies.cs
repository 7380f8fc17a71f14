using Draizer.Api.Hosting;
using Draizer.Api.Wire;
using Draizer.Pipeline.Telemetry;

namespace Draizer.Api.Health;

/// <summary>A health answer.</summary>
public sealed record HealthBody(string Status, IReadOnlyList<ReadinessCheck> Checks);

/// <summary>How the engine is doing.</summary>
public sealed record EngineBody(
    string Version, Timestamp StartedAt, Timestamp CoreTime, long Sequence, double EventsPerSecond, RingBody Ring,
    IReadOnlyList<StageBody> Stages, IReadOnlyList<VenueBody> Venues, StoreBody Store, long FailedEvents, long FailedDeliveries, int Sessions, int Clients);

/// <summary>How full the rings are.</summary>
public sealed record RingBody(int Capacity, long Depth, long IngressDepth, string WaitStrategy);

/// <summary>How far a stage is, and how long events took to its end.</summary>
public sealed record StageBody(string Name, long Processed, int? Cpu, LatencyBody LatencyUs)
{
    public static StageBody Of(StageStatus status) => new(status.Name, status.Processed, status.Core, LatencyBody.Of(status.Latency));
}

/// <summary>Latencies in microseconds; null before the first.</summary>
public sealed record LatencyBody(double? Average, double? P50, double? P99, double? Max)
{
    public static LatencyBody Of(LatencySummary summary) => summary.Count == 0
        ? new LatencyBody(null, null, null, null)
        : new LatencyBody(summary.Average / 1e3, summary.P50 / 1e3, summary.P99 / 1e3, summary.Max / 1e3);
}

/// <summary>A venue and whether it is heard.</summary>
public sealed record VenueBody(string Venue, bool Connected, int Instruments);

/// <summary>How far behind the database is.</summary>
public sealed record StoreBody(string Name, double LagMs, int Pending, long DroppedTicks);
