namespace Draizer.Pipeline.Threads;

/// <summary>What became of the wish to run on one core.</summary>
public enum PinningResult : byte
{
    NotAsked,
    Pinned,

    /// <summary>This system has no call for it that we know.</summary>
    Unsupported,

    /// <summary>The system said no.</summary>
    Refused,
}

/// <summary>A result with the words for the log.</summary>
public readonly record struct PinningOutcome(PinningResult Result, string Text)
{
    public static PinningOutcome NotAsked { get; } = new(PinningResult.NotAsked, "not pinned");
}
