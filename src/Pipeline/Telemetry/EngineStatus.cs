namespace Draizer.Pipeline.Telemetry;

/// <summary>How the engine is doing, at one moment.</summary>
public sealed record EngineStatus
{
    public required long StartedUs { get; init; }
    public required long CoreTimeUs { get; init; }
    public required long Sequence { get; init; }
    public required int RingCapacity { get; init; }
    public required long RingDepth { get; init; }
    public required long IngressDepth { get; init; }
    /// <summary>Events on which a stage threw, once for each stage.</summary>
    public required long FailedEvents { get; init; }

    /// <summary>How often a listener threw at what was published to it.</summary>
    public required long FailedDeliveries { get; init; }

    public required string WaitStrategy { get; init; }
    public required IReadOnlyList<StageStatus> Stages { get; init; }
}

/// <summary>How far a stage is, and how long events took from arrival to its end.</summary>
public sealed record StageStatus(string Name, long Processed, int? Core, LatencySummary Latency);
