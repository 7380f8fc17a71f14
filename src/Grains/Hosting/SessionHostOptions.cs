namespace Draizer.Grains.Hosting;

/// <summary>Settings of the session host. Times are those of its clock.</summary>
public sealed record SessionHostOptions
{
    /// <summary>How often live sessions show their numbers, and everything due is looked at.</summary>
    public TimeSpan BeatInterval { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// How long an ended session stays loaded after its last message. Long enough for the database to have caught up with it.
    /// </summary>
    public TimeSpan IdleTime { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>The least time between two saves of numbers; a change of status is saved at once.</summary>
    public TimeSpan SaveInterval { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a session waits for the store: a save is then tried again later, a question fails.</summary>
    public TimeSpan StoreTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// How long the core keeps a session that has ended. Its strategies are still to get the reports of the last fills.
    /// </summary>
    public TimeSpan ReleaseDelay { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How long a shutdown waits for sessions to close their positions, and again for what is queued.</summary>
    public TimeSpan StopTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Core time between two samples of equity, as the execution stage has it.</summary>
    public int MetricsIntervalSeconds { get; init; } = 60;

    /// <summary>The asset that accounts are kept in, as the execution stage has it.</summary>
    public string AccountAsset { get; init; } = "USDT";

    /// <summary>Round trips kept in memory; all of them are in the database.</summary>
    public int RoundTripsInMemory { get; init; } = 1_000;

    /// <summary>Equity samples kept in memory: a week of minutes.</summary>
    public int EquitySamplesInMemory { get; init; } = 7 * 24 * 60;
}
