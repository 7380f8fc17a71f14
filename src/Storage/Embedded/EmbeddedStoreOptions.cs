namespace Draizer.Storage.Embedded;

/// <summary>Settings of the embedded store.</summary>
public sealed record EmbeddedStoreOptions
{
    /// <summary>How long to wait for another process that holds the file, say a database tool, before giving up.</summary>
    public TimeSpan BusyTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Connections kept open for readers; more readers than these open and close their own.</summary>
    public int IdleReaders { get; init; } = 4;

    /// <summary>Rows fetched at once while ticks are streamed.</summary>
    public int TickChunk { get; init; } = 8_192;
}
