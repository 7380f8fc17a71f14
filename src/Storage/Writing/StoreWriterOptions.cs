namespace Draizer.Storage.Writing;

/// <summary>How much the writer gathers, and how long it waits.</summary>
public sealed record StoreWriterOptions
{
    /// <summary>Rows of one batch; one that is full is written at once.</summary>
    public int MaxRows { get; init; } = 5_000;

    /// <summary>How long a row may wait for a batch to fill.</summary>
    public TimeSpan MaxDelay { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>Ticks kept while the store is slow or down; beyond these the oldest are dropped and counted.</summary>
    public int MaxBufferedTicks { get; init; } = 1_000_000;

    /// <summary>The first wait after a failure; each further one is twice as long, up to <see cref="MaxRetryDelay"/>.</summary>
    public TimeSpan FirstRetryDelay { get; init; } = TimeSpan.FromMilliseconds(100);

    public TimeSpan MaxRetryDelay { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long shutdown waits for what is left to be stored.</summary>
    public TimeSpan DrainTimeout { get; init; } = TimeSpan.FromSeconds(10);
}
