namespace Draizer.Trading.Execution;

/// <summary>Settings of the execution stage.</summary>
public sealed record ExecutionOptions
{
    /// <summary>Core time between two samples of equity.</summary>
    public int MetricsIntervalSeconds { get; init; } = 60;

    /// <summary>The asset that accounts are kept in.</summary>
    public string AccountAsset { get; init; } = "USDT";
}
