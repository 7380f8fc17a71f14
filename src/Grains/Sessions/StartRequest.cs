using Draizer.Domain.Sessions;
using Draizer.Domain.Strategies;

namespace Draizer.Grains.Sessions;

/// <summary>What is asked of a new session; checked by the one who asks.</summary>
public sealed record StartRequest
{
    public required string SessionId { get; init; }
    public required string Name { get; init; }
    public required string SessionType { get; init; }

    /// <summary>Indices of the catalogue.</summary>
    public required IReadOnlyList<int> Instruments { get; init; }

    public required IReadOnlyList<StrategyDefinition> Definitions { get; init; }
    public required decimal InitialBalance { get; init; }
    public int WarmUpSeconds { get; init; }
    public RealismProfile Realism { get; init; } = RealismProfile.Seed;
    public RiskLimits RiskLimits { get; init; } = new();
    public int MaxConcurrentSignals { get; init; } = 3;
    public string? IdempotencyKey { get; init; }

    /// <summary>What the core is told, in the order it asks for.</summary>
    public SessionSpec ToSpec() => new()
    {
        SessionId = SessionId,
        Name = Name,
        Instruments = [.. Instruments.Order()],
        InitialBalance = InitialBalance,
        WarmUpSeconds = WarmUpSeconds,
        Realism = Realism,
        RiskLimits = RiskLimits,
        MaxConcurrentSignals = MaxConcurrentSignals,
        Strategies = [.. Definitions.OrderBy(d => d.Name, StringComparer.Ordinal)],
    };
}
