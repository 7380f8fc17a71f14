namespace Draizer.Trading.Strategies;

/// <summary>How much one session may ask of execution before it is refused, so that a flood stays its own trouble.</summary>
public sealed record StrategyStageOptions
{
    /// <summary>Intents per moment of evaluation: an event, a report or a tick of the clock. At least 1.</summary>
    public int MaxIntentsPerEvent { get; init; } = 8;

    /// <summary>Intents per second of core time. At least 1.</summary>
    public int MaxIntentsPerSecond { get; init; } = 50;
}
