using Draizer.Domain.Markets;
using Draizer.Domain.Positions;
using Draizer.Domain.Sessions;
using Draizer.Trading.Ports;

namespace Draizer.Grains.Sessions;

/// <summary>An instrument of a session; the market type is null when the catalogue no longer has it.</summary>
public sealed record SessionInstrument(string Venue, string Symbol, MarketType? MarketType);

/// <summary>A session as it is shown.</summary>
public sealed record SessionView
{
    public required string SessionId { get; init; }
    public required string Name { get; init; }
    public required string SessionType { get; init; }
    public required SessionStatus Status { get; init; }
    public string? StatusReason { get; init; }
    public required IReadOnlyList<SessionInstrument> Instruments { get; init; }

    /// <summary>Documents as JSON, by name.</summary>
    public required IReadOnlyDictionary<string, string> Strategies { get; init; }

    public required decimal InitialBalance { get; init; }
    public required BalanceSnapshot Balance { get; init; }
    public required int OpenPositions { get; init; }
    public required int Signals { get; init; }
    public required int Orders { get; init; }
    public required int Trades { get; init; }
    public required int Wins { get; init; }
    public required int Losses { get; init; }

    /// <summary>Positive, of the peak; equity of this moment included.</summary>
    public required decimal MaxDrawdownPct { get; init; }

    public required int MaxConcurrentSignals { get; init; }
    public required int WarmUpSeconds { get; init; }
    public required RealismProfile Realism { get; init; }
    public required RiskLimits RiskLimits { get; init; }
    public required long CreatedUs { get; init; }
    public long? StoppedUs { get; init; }

    public decimal TotalPnl => Balance.Equity - InitialBalance;

    /// <summary>Of the initial balance; null without one.</summary>
    public decimal? TotalPnlPct => InitialBalance > 0 ? 100m * TotalPnl / InitialBalance : null;

    /// <summary>In percent; null without trades.</summary>
    public decimal? WinRate => Trades > 0 ? 100m * Wins / Trades : null;

    /// <summary>The view of a session as it was saved, or as it would be saved now.</summary>
    public static SessionView Of(SessionRecord record, InstrumentCatalogue catalogue) => new()
    {
        SessionId = record.SessionId,
        Name = record.Name,
        SessionType = record.SessionType,
        Status = record.Status,
        StatusReason = record.StatusReason,
        Instruments = [.. record.Instruments.Select(name => Find(name, catalogue))],
        Strategies = record.Strategies,
        InitialBalance = record.InitialBalance,
        Balance = record.Balance,
        OpenPositions = record.OpenPositions,
        Signals = record.Signals,
        Orders = record.Orders,
        Trades = record.Trades,
        Wins = record.Wins,
        Losses = record.Losses,
        MaxDrawdownPct = Math.Max(record.MaxDrawdownPct, FallPct(record.PeakEquity, record.Balance.Equity)),
        MaxConcurrentSignals = record.MaxConcurrentSignals,
        WarmUpSeconds = record.WarmUpSeconds,
        Realism = record.Realism,
        RiskLimits = record.RiskLimits,
        CreatedUs = record.CreatedUs,
        StoppedUs = record.StoppedUs,
    };

    private static decimal FallPct(decimal peak, decimal equity) => peak > 0 && equity < peak ? 100m * (peak - equity) / peak : 0;

    private static SessionInstrument Find(string name, InstrumentCatalogue catalogue)
    {
        var colon = name.IndexOf(':', StringComparison.Ordinal);
        var (venue, symbol) = (name[..Math.Max(colon, 0)], name[(colon + 1)..]);
        return new SessionInstrument(venue, symbol, catalogue.TryFind(venue, symbol, out Instrument? found) ? found.MarketType : null);
    }
}
