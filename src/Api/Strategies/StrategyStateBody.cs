using System.Text.Json.Serialization;
using Draizer.Api.Wire;
using Draizer.Grains.Strategies;
using Draizer.Trading.Strategies.Documents;

namespace Draizer.Api.Strategies;

/// <summary>Where a strategy stands on one instrument, and what it waits for.</summary>
public sealed record StrategyStateBody
{
    public required string SessionId { get; init; }
    public required string StrategyName { get; init; }
    public required string Venue { get; init; }
    public required string Symbol { get; init; }
    public required string Direction { get; init; }
    public required string State { get; init; }
    public required Timestamp StateSince { get; init; }

    [JsonPropertyName("time_in_state_s")]
    public required double TimeInStateSeconds { get; init; }

    public required IReadOnlyList<TransitionBody> Transitions { get; init; }
    public required IReadOnlyList<GroupBody> Groups { get; init; }
    public required LastSignalBody? LastSignal { get; init; }
    public required decimal? EntryPrice { get; init; }
    public required decimal? UnrealizedPnl { get; init; }
    public required decimal? UnrealizedPnlPct { get; init; }

    [JsonPropertyName("cooldown_left_s")]
    public required double? CooldownLeftSeconds { get; init; }

    public required string Next { get; init; }

    public static StrategyStateBody Of(string sessionId, StrategyStateView view) => new()
    {
        SessionId = sessionId,
        StrategyName = view.StrategyName,
        Venue = view.Instrument.Venue,
        Symbol = view.Instrument.Symbol,
        Direction = Words.Of(view.Direction),
        State = Words.Of(view.State),
        StateSince = new Timestamp(view.StateSinceUs),
        TimeInStateSeconds = view.TimeInStateSeconds,
        Transitions = [.. view.Transitions.Select(t => new TransitionBody(new Timestamp(t.TimeUs), Words.Of(t.From), Words.Of(t.To), t.Trigger, t.Reason))],
        Groups = [.. view.Groups.Select(GroupBody.Of)],
        LastSignal = view.LastSignal is { } s
            ? new LastSignalBody(s.SignalId.ToString(), Words.Of(s.Section), new Timestamp(s.TimeUs), Words.Of(s.Status), s.Reason)
            : null,
        EntryPrice = view.EntryPrice,
        UnrealizedPnl = view.UnrealizedPnl,
        UnrealizedPnlPct = view.UnrealizedPnlPct,
        CooldownLeftSeconds = view.CooldownLeftSeconds,
        Next = view.Next,
    };
}

/// <summary>One step of a state machine.</summary>
public sealed record TransitionBody(Timestamp Time, string From, string To, string Trigger, string? Reason);

/// <summary>The newest signal and its fate.</summary>
public sealed record LastSignalBody(string SignalId, string SignalType, Timestamp Time, string ExecutionStatus, string? Reason);

/// <summary>The conditions of a section with their values.</summary>
public sealed record GroupBody(string Section, string Logic, IReadOnlyList<ConditionBody> Conditions)
{
    public static GroupBody Of(GroupView view) => new(Words.Of(view.Section), Words.Of(view.Logic), [.. view.Conditions.Select(ConditionBody.Of)]);
}

/// <summary>A condition with its present value.</summary>
public sealed record ConditionBody(
    string Indicator, string Operator, double? Threshold, double? UpperThreshold, string? Against, double? Value, bool Met, string? Trend)
{
    public static ConditionBody Of(ConditionView view) => new(
        view.Indicator, DocumentWords.WordOf(view.Operator), view.Threshold, view.UpperThreshold, view.Against, view.Value, view.Met,
        view.Trend is { } trend ? Words.LowerOf(trend) : null);
}

/// <summary>What a strategy's conditions are worth now.</summary>
public sealed record StrategyGroupsBody(string StrategyName, string Venue, string Symbol, IReadOnlyList<GroupBody> Groups)
{
    public static StrategyGroupsBody Of(StrategyGroupsView view) =>
        new(view.StrategyName, view.Instrument.Venue, view.Instrument.Symbol, [.. view.Groups.Select(GroupBody.Of)]);
}

/// <summary>A step that a strategy took.</summary>
public sealed record StateChangeBody(string StrategyName, string Venue, string Symbol, string From, string To, string Trigger, string? Reason);
