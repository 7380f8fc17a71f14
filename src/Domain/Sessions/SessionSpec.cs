using Draizer.Domain.Strategies;

namespace Draizer.Domain.Sessions;

/// <summary>Where a session stands.</summary>
public enum SessionStatus : byte
{
    Starting,
    Running,
    Paused,
    Stopping,
    Stopped,
    Error,
}

/// <summary>Limits in front of every order that opens or adds.</summary>
public sealed record RiskLimits
{
    public decimal MaxPositionSizeUsd { get; init; } = 10_000m;
    public int MaxOpenPositions { get; init; } = 10;
    public int MaxLeverage { get; init; } = 20;
    public int MaxQuoteAgeMs { get; init; } = 2_000;
    public decimal MaxSpreadPct { get; init; } = 1m;
    public int MaxEngineLagMs { get; init; } = 1_000;
}

/// <summary>How the paper venue treats the orders of a session; every number of a profile can be set.</summary>
public sealed record RealismProfile
{
    public required string Name { get; init; }
    public required int OrderLatencyMs { get; init; }
    public required int ReportLatencyMs { get; init; }
    public double SlippageMin { get; init; } = 0.0002;
    public double SlippageMax { get; init; } = 0.0005;

    /// <summary>How fast slippage grows with the order's share of the known depth.</summary>
    public double SlippageFactor { get; init; } = 0.0003;

    /// <summary>Share of the size displayed at a resting order's price that must trade before the order is reached.</summary>
    public double FillThresholdShare { get; init; } = 0.20;

    /// <summary>A fee per fill in the quote asset that stands in for the venue's rates; null for the venue's rates.</summary>
    public decimal? FlatFee { get; init; }

    /// <summary>A quick connection and an easy queue: the default.</summary>
    public static RealismProfile Seed { get; } = new() { Name = "seed", OrderLatencyMs = 5, ReportLatencyMs = 5 };

    /// <summary>What an ordinary connection to an exchange is like.</summary>
    public static RealismProfile Realistic { get; } = new() { Name = "realistic", OrderLatencyMs = 80, ReportLatencyMs = 40, FillThresholdShare = 1.0 };
}

/// <summary>What was asked for when a session was started; it never changes afterwards.</summary>
public sealed record SessionSpec
{
    public required string SessionId { get; init; }
    public required string Name { get; init; }

    /// <summary>Instruments as indices of the catalogue, in ascending order.</summary>
    public required IReadOnlyList<int> Instruments { get; init; }

    public required decimal InitialBalance { get; init; }
    public required int WarmUpSeconds { get; init; }
    public required RealismProfile Realism { get; init; }
    public required RiskLimits RiskLimits { get; init; }
    public int MaxConcurrentSignals { get; init; } = 3;

    /// <summary>In the order of their names, which is the order in which they are evaluated.</summary>
    public required IReadOnlyList<StrategyDefinition> Strategies { get; init; }
}
