using System.Text.Json;
using System.Text.Json.Serialization;

namespace Draizer.Api.Sessions;

/// <summary>What may be sent to start a session, for those who read the document. It is read by <see cref="StartRequestReader"/>.</summary>
public sealed record StartBody
{
    /// <summary>paper</summary>
    public required string SessionType { get; init; }

    /// <summary>As in BTC_USDT.</summary>
    public required IReadOnlyList<string> Symbols { get; init; }

    public string? Name { get; init; }

    /// <summary>One venue; the simulator's first where neither venue nor venues is given.</summary>
    public string? Venue { get; init; }

    public IReadOnlyList<string>? Venues { get; init; }

    /// <summary>Strategy documents by name.</summary>
    public IReadOnlyDictionary<string, JsonElement>? StrategyConfig { get; init; }

    /// <summary>Names of stored or shipped strategies.</summary>
    public IReadOnlyList<string>? Strategies { get; init; }

    /// <summary>10,000 where absent.</summary>
    public decimal? InitialBalance { get; init; }

    /// <summary>1,800 where absent.</summary>
    [JsonPropertyName("warm_up_s")]
    public int? WarmUpSeconds { get; init; }

    /// <summary>3 where absent.</summary>
    public int? MaxConcurrentSignals { get; init; }

    /// <summary>A profile's name (seed, realistic), or an object as a session shows it.</summary>
    public JsonElement? Realism { get; init; }

    public RiskLimitsRequestBody? RiskLimits { get; init; }

    /// <summary>A second start with the same key answers the first session.</summary>
    public string? IdempotencyKey { get; init; }
}

/// <summary>Limits in front of every order that opens or adds; those left out are as a session without them shows them.</summary>
public sealed record RiskLimitsRequestBody
{
    public decimal? MaxPositionSizeUsd { get; init; }
    public int? MaxOpenPositions { get; init; }
    public int? MaxLeverage { get; init; }
    public int? MaxQuoteAgeMs { get; init; }
    public decimal? MaxSpreadPct { get; init; }
    public int? MaxEngineLagMs { get; init; }
}

/// <summary>What may be sent to stop a session.</summary>
public sealed record StopBody
{
    public bool? ClosePositions { get; init; }
}
