using Draizer.Domain.Identity;
using Draizer.Domain.Markets;
using Draizer.Domain.Signals;
using Draizer.Domain.Strategies;

namespace Draizer.Grains.Strategies;

/// <summary>Where a strategy stands on one instrument, and what it waits for.</summary>
public sealed record StrategyStateView
{
    public required string StrategyName { get; init; }
    public required Instrument Instrument { get; init; }
    public required StrategyDirection Direction { get; init; }
    public required StrategyState State { get; init; }
    public required long StateSinceUs { get; init; }
    public required double TimeInStateSeconds { get; init; }

    /// <summary>The last five, newest last.</summary>
    public required IReadOnlyList<TransitionView> Transitions { get; init; }

    /// <summary>One for each section, in their order.</summary>
    public required IReadOnlyList<GroupView> Groups { get; init; }

    public LastSignalView? LastSignal { get; init; }
    public decimal? EntryPrice { get; init; }
    public decimal? UnrealizedPnl { get; init; }
    public decimal? UnrealizedPnlPct { get; init; }
    public double? CooldownLeftSeconds { get; init; }
    public required string Next { get; init; }
}

/// <summary>One step of a strategy's state machine.</summary>
public sealed record TransitionView(long TimeUs, StrategyState From, StrategyState To, string Trigger, string? Reason);

/// <summary>The newest signal of a strategy on an instrument, and what became of it.</summary>
public sealed record LastSignalView(EntityId SignalId, Section Section, long TimeUs, SignalStatus Status, string? Reason);

/// <summary>The conditions of a section with their values.</summary>
public sealed record GroupView(Section Section, GroupLogic Logic, IReadOnlyList<ConditionView> Conditions);

/// <summary>Which way a value went between the last two beats.</summary>
public enum Trend : byte
{
    Steady,
    Rising,
    Falling,
}

/// <summary>A condition with its present value. Numbers are null where there is none, or none yet.</summary>
/// <param name="Indicator">With the parameters that differ from the defaults.</param>
/// <param name="Threshold">Null where another indicator is the threshold.</param>
/// <param name="UpperThreshold">Of <c>between</c> only.</param>
/// <param name="Against">The other indicator, where the condition compares two.</param>
public sealed record ConditionView(
    string Indicator, ComparisonOperator Operator, double? Threshold, double? UpperThreshold, string? Against, double? Value, bool Met,
    Trend? Trend);

/// <summary>What <c>indicator_updated</c> tells: the groups of one strategy on one instrument as they are now.</summary>
public sealed record StrategyGroupsView(string StrategyName, Instrument Instrument, IReadOnlyList<GroupView> Groups);
