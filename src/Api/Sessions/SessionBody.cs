using System.Text.Json;
using System.Text.Json.Serialization;
using Draizer.Api.Wire;
using Draizer.Domain.Sessions;
using Draizer.Grains.Sessions;

namespace Draizer.Api.Sessions;

/// <summary>A session on the wire.</summary>
public sealed record SessionBody
{
    public required string SessionId { get; init; }
    public required string Name { get; init; }
    public required string SessionType { get; init; }
    public required string Mode { get; init; }
    public required string Status { get; init; }
    public string? StatusReason { get; init; }
    public required IReadOnlyList<string> Venues { get; init; }
    public required IReadOnlyList<string> Symbols { get; init; }
    public required IReadOnlyList<SessionInstrumentBody> Instruments { get; init; }
    public required IReadOnlyList<string> Strategies { get; init; }
    public required decimal InitialBalance { get; init; }
    public required decimal Balance { get; init; }
    public required decimal Available { get; init; }
    public required decimal Margin { get; init; }
    public required decimal Equity { get; init; }
    public required decimal RealizedPnl { get; init; }
    public required decimal UnrealizedPnl { get; init; }
    public required decimal TotalPnl { get; init; }
    public required decimal? TotalPnlPct { get; init; }
    public required decimal Fees { get; init; }
    public required decimal Funding { get; init; }
    public required int OpenPositions { get; init; }
    public required int Signals { get; init; }
    public required int Orders { get; init; }
    public required int TotalTrades { get; init; }
    public required int WinningTrades { get; init; }
    public required int LosingTrades { get; init; }
    public required decimal? WinRate { get; init; }
    public required decimal MaxDrawdownPct { get; init; }
    public required int MaxConcurrentSignals { get; init; }

    [JsonPropertyName("warm_up_s")]
    public required int WarmUpSeconds { get; init; }

    public required RealismBody Realism { get; init; }
    public required RiskLimits RiskLimits { get; init; }
    public required Timestamp CreatedAt { get; init; }
    public required Timestamp? StoppedAt { get; init; }

    /// <summary>The documents by name; only where one session is asked for.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, JsonElement>? StrategyConfig { get; init; }

    public static SessionBody Of(SessionView view) => new()
    {
        SessionId = view.SessionId,
        Name = view.Name,
        SessionType = view.SessionType,
        Mode = "PAPER",
        Status = Words.Of(view.Status),
        StatusReason = view.StatusReason,
        Venues = [.. view.Instruments.Select(i => i.Venue).Distinct()],
        Symbols = [.. view.Instruments.Select(i => i.Symbol).Distinct()],
        Instruments = [.. view.Instruments.Select(i => new SessionInstrumentBody(i.Venue, i.Symbol, i.MarketType is { } t ? Words.Of(t) : null))],
        Strategies = [.. view.Strategies.Keys.Order(StringComparer.Ordinal)],
        InitialBalance = view.InitialBalance,
        Balance = view.Balance.Wallet,
        Available = view.Balance.Available,
        Margin = view.Balance.Margin,
        Equity = view.Balance.Equity,
        RealizedPnl = view.Balance.RealizedPnl,
        UnrealizedPnl = view.Balance.UnrealizedPnl,
        TotalPnl = view.TotalPnl,
        TotalPnlPct = view.TotalPnlPct,
        Fees = view.Balance.Fees,
        Funding = view.Balance.Funding,
        OpenPositions = view.OpenPositions,
        Signals = view.Signals,
        Orders = view.Orders,
        TotalTrades = view.Trades,
        WinningTrades = view.Wins,
        LosingTrades = view.Losses,
        WinRate = view.WinRate,
        MaxDrawdownPct = view.MaxDrawdownPct,
        MaxConcurrentSignals = view.MaxConcurrentSignals,
        WarmUpSeconds = view.WarmUpSeconds,
        Realism = RealismBody.Of(view.Realism),
        RiskLimits = view.RiskLimits,
        CreatedAt = new Timestamp(view.CreatedUs),
        StoppedAt = Timestamp.From(view.StoppedUs),
    };

    /// <summary>With the documents that it runs.</summary>
    public static SessionBody DetailOf(SessionView view) => Of(view) with
    {
        StrategyConfig = view.Strategies.ToDictionary(s => s.Key, s => JsonSerializer.Deserialize<JsonElement>(s.Value)),
    };
}

/// <summary>An instrument of a session.</summary>
public sealed record SessionInstrumentBody(string Venue, string Symbol, string? MarketType);

/// <summary>How the paper venue treats a session.</summary>
public sealed record RealismBody(
    string Profile, int OrderLatencyMs, int ReportLatencyMs, double SlippageMin, double SlippageMax, double SlippageFactor,
    double FillThresholdShare, decimal? FlatFee)
{
    public static RealismBody Of(RealismProfile p) => new(
        p.Name, p.OrderLatencyMs, p.ReportLatencyMs, p.SlippageMin, p.SlippageMax, p.SlippageFactor,
        p.FillThresholdShare, p.FlatFee);
}
