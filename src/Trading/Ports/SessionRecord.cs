using Draizer.Domain.Positions;
using Draizer.Domain.Sessions;

namespace Draizer.Trading.Ports;

/// <summary>What is kept of a session when nobody looks at it: what was asked for, where it stands, its numbers.</summary>
public sealed record SessionRecord
{
    public required string SessionId { get; init; }
    public required string Name { get; init; }

    /// <summary><c>paper</c>; other kinds are refused before they get here.</summary>
    public required string SessionType { get; init; }

    /// <summary>Instruments as <c>venue:SYMBOL</c>, which stay readable when the catalogue changes.</summary>
    public required IReadOnlyList<string> Instruments { get; init; }

    /// <summary>Strategy documents as JSON, by name.</summary>
    public required IReadOnlyDictionary<string, string> Strategies { get; init; }

    public required decimal InitialBalance { get; init; }
    public required int WarmUpSeconds { get; init; }
    public required RealismProfile Realism { get; init; }
    public required RiskLimits RiskLimits { get; init; }
    public required int MaxConcurrentSignals { get; init; }
    public string? IdempotencyKey { get; init; }

    public required SessionStatus Status { get; init; }
    public string? StatusReason { get; init; }
    public required BalanceSnapshot Balance { get; init; }

    /// <summary>The highest equity so far and the deepest fall from a peak, for the list of sessions.</summary>
    public decimal PeakEquity { get; init; }

    public decimal MaxDrawdownPct { get; init; }
    public int Signals { get; init; }
    public int Orders { get; init; }
    public int Trades { get; init; }
    public int Wins { get; init; }
    public int Losses { get; init; }
    public int OpenPositions { get; init; }

    public required long CreatedUs { get; init; }
    public long? StoppedUs { get; init; }
    public required long UpdatedUs { get; init; }
}

/// <summary>One version of a strategy document; deleted when the document is null.</summary>
public sealed record StrategyRecord(string Name, int Version, string? DocumentJson, long SavedUs);
