using System.Text.Json.Serialization;
using Draizer.Api.Wire;
using Draizer.Grains.Performance;
using Draizer.Trading.Performance;
using Draizer.Trading.Ports;

namespace Draizer.Api.Performance;

/// <summary>A trade that stands out.</summary>
public sealed record TradeExtremeBody(string Venue, string Symbol, string Side, decimal NetPnl)
{
    public static TradeExtremeBody? Of(TradeExtreme? trade) =>
        trade is null ? null : new TradeExtremeBody(trade.Instrument.Venue, trade.Instrument.Symbol, Words.Of(trade.Side), trade.NetPnl);
}

/// <summary>Equity at one time.</summary>
public sealed record EquityPointBody(Timestamp Time, decimal Equity)
{
    public static EquityPointBody Of(EquityPoint point) => new(new Timestamp(point.TimeUs), point.Equity);
}

/// <summary>What a session came to.</summary>
public sealed record PerformanceBody
{
    public required string SessionId { get; init; }
    public required string? Window { get; init; }
    public required decimal TotalPnl { get; init; }
    public required decimal? TotalPnlPct { get; init; }
    public required decimal RealizedPnl { get; init; }
    public required decimal UnrealizedPnl { get; init; }
    public required int TotalTrades { get; init; }
    public required int WinningTrades { get; init; }
    public required int LosingTrades { get; init; }
    public required decimal? WinRate { get; init; }
    public required decimal? ProfitFactor { get; init; }
    public required decimal? AverageWin { get; init; }
    public required decimal? AverageLoss { get; init; }
    public required decimal? Expectancy { get; init; }
    public required TradeExtremeBody? BestTrade { get; init; }
    public required TradeExtremeBody? WorstTrade { get; init; }
    public required decimal Commission { get; init; }
    public required decimal Funding { get; init; }

    [JsonPropertyName("average_duration_s")]
    public required double? AverageDurationSeconds { get; init; }

    public required double? Sharpe { get; init; }
    public required double? Sortino { get; init; }
    public required decimal? MaxDrawdownPct { get; init; }

    [JsonPropertyName("max_drawdown_duration_s")]
    public required double? MaxDrawdownDurationSeconds { get; init; }

    public required bool? DrawdownRecovered { get; init; }
    public required double? AnnualReturnPct { get; init; }
    public required double? Calmar { get; init; }
    public required double? RealisticAprPct { get; init; }

    /// <summary>The curve; only where performance is asked for.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<EquityPointBody>? Equity { get; init; }

    /// <summary>The newest point; only where performance is pushed.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public EquityPointBody? EquityPoint { get; init; }

    public static PerformanceBody Of(string sessionId, string? window, PerformanceView view) => new()
    {
        SessionId = sessionId,
        Window = window,
        TotalPnl = view.TotalPnl,
        TotalPnlPct = view.TotalPnlPct,
        RealizedPnl = view.RealizedPnl,
        UnrealizedPnl = view.UnrealizedPnl,
        TotalTrades = view.Trades.Trades,
        WinningTrades = view.Trades.Wins,
        LosingTrades = view.Trades.Losses,
        WinRate = view.Trades.WinRate,
        ProfitFactor = view.Trades.ProfitFactor,
        AverageWin = view.Trades.AverageWin,
        AverageLoss = view.Trades.AverageLoss,
        Expectancy = view.Trades.Expectancy,
        BestTrade = TradeExtremeBody.Of(view.Trades.Best),
        WorstTrade = TradeExtremeBody.Of(view.Trades.Worst),
        Commission = view.Commission,
        Funding = view.Funding,
        AverageDurationSeconds = view.Trades.AverageDurationSeconds,
        Sharpe = view.Equity.Sharpe,
        Sortino = view.Equity.Sortino,
        MaxDrawdownPct = view.Equity.MaxDrawdown?.Pct,
        MaxDrawdownDurationSeconds = view.Equity.MaxDrawdown?.DurationUs / 1e6,
        DrawdownRecovered = view.Equity.MaxDrawdown?.Recovered,
        AnnualReturnPct = view.Equity.AnnualReturnPct,
        Calmar = view.Equity.Calmar,
        RealisticAprPct = view.Equity.RealisticAprPct,
    };

    /// <summary>With the equity curve.</summary>
    public static PerformanceBody DetailOf(string sessionId, string? window, PerformanceView view) =>
        Of(sessionId, window, view) with { Equity = [.. view.Curve.Select(EquityPointBody.Of)] };

    /// <summary>With the newest point of the curve.</summary>
    public static PerformanceBody UpdateOf(string sessionId, PerformanceView view) =>
        Of(sessionId, window: null, view) with { EquityPoint = EquityPointBody.Of(view.EquityPoint) };
}
