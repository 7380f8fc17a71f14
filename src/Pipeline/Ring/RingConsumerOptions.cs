namespace Draizer.Pipeline.Ring;

/// <summary>How a consumer goes through the ring.</summary>
public sealed record RingConsumerOptions
{
    /// <summary>
    /// Events handled before those behind may follow, at least 1. Larger batches cost less, but a stage that runs far ahead leaves the
    /// next one a cold cache.
    /// </summary>
    public int MaxBatch { get; init; } = 256;

    /// <summary>
    /// Tells of its progress after every event and not after every batch, for a consumer that others wait for from inside a handler
    /// (<see cref="RingConsumer{T}.AwaitOther"/>). They wait for one event, so the rest of a batch would be time lost to them.
    /// </summary>
    public bool ProgressPerEvent { get; init; }
}
