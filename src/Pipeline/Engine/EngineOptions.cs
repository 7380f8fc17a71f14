using Draizer.Pipeline.Threads;
using Draizer.Trading.Execution;
using Draizer.Trading.Indicators;
using Draizer.Trading.Strategies;

namespace Draizer.Pipeline.Engine;

/// <summary>Settings of the engine and its stages.</summary>
public sealed record EngineOptions
{
    /// <summary>Slots of the main ring, a power of two. At 100,000 events/s, 16,384 ride out a stall of 160 ms.</summary>
    public int RingSlots { get; init; } = 1 << 14;

    /// <summary>Slots between the venues and the sequencer, a power of two; a full one holds the venues back.</summary>
    public int IngressSlots { get; init; } = 1 << 14;

    /// <summary>How idle threads wait: <c>adaptive</c>, <c>blocking</c>, <c>sleeping</c>, <c>yielding</c>, <c>busy-spin</c>.</summary>
    public string WaitStrategy { get; init; } = "adaptive";

    /// <summary>Whether stages are pinned to cores.</summary>
    public PinningMode Pinning { get; init; } = PinningMode.Auto;

    /// <summary>How long a shutdown may take to finish what was published.</summary>
    public TimeSpan DrainTimeout { get; init; } = TimeSpan.FromSeconds(10);

    public IndicatorStageOptions Indicators { get; init; } = new();
    public StrategyStageOptions Strategies { get; init; } = new();
    public ExecutionOptions Execution { get; init; } = new();
}
