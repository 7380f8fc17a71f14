using Draizer.Domain.Indicators;

namespace Draizer.Domain.Strategies;

/// <summary>Which way a strategy trades; BOTH lets the signal's sign decide.</summary>
public enum StrategyDirection : byte
{
    Long,
    Short,
    Both,
}

/// <summary>How the conditions of a group combine.</summary>
public enum GroupLogic : byte
{
    And,
    Or,
}

/// <summary>How a condition compares.</summary>
public enum ComparisonOperator : byte
{
    AtLeast,
    Above,
    AtMost,
    Below,
    Equal,
    NotEqual,
    Between,
}

/// <summary>One comparison. Against <see cref="Other"/> where that is set, else against <see cref="Value"/> (and <see cref="UpperValue"/> for between).</summary>
public sealed record Condition(
    IndicatorSpec Indicator, ComparisonOperator Operator, double Value, double UpperValue = 0, IndicatorSpec? Other = null);

/// <summary>The conditions of one section. An empty group is false, but for entry, where it is true.</summary>
public sealed record ConditionGroup(GroupLogic Logic, IReadOnlyList<Condition> Conditions)
{
    public static ConditionGroup Empty { get; } = new(GroupLogic.And, []);
}

/// <summary>A piecewise-linear function of a risk indicator, constant beyond its ends.</summary>
public sealed record RiskCurve(IndicatorSpec RiskIndicator, IReadOnlyList<CurvePoint> Points);

/// <summary>A corner of a <see cref="RiskCurve"/>.</summary>
public readonly record struct CurvePoint(double Risk, double Value);

/// <summary>Sizes, leverage, stops and waiting times of a strategy. Percentages of a position are of its margin.</summary>
public sealed record StrategyLimits
{
    /// <summary>Share of equity that makes the notional: 0.30 is 30 %.</summary>
    public double BasePositionPct { get; init; } = 0.10;

    public decimal? MaxPositionSizeUsd { get; init; }
    public int Leverage { get; init; } = 1;
    public int? MaxLeverage { get; init; }
    public double? StopLossPct { get; init; }
    public double? TakeProfitPct { get; init; }
    public double SignalTimeoutSeconds { get; init; } = 300;
    public double? MaxHoldSeconds { get; init; }
    public double CloseTimeoutSeconds { get; init; } = 5;
    public double CooldownAfterCancelSeconds { get; init; } = 300;
    public double CooldownAfterEmergencySeconds { get; init; } = 1_800;
    public double CooldownAfterExitSeconds { get; init; }

    /// <summary>For direction BOTH: a rise means SHORT when true.</summary>
    public bool Fade { get; init; } = true;
}

/// <summary>A five-section strategy: what the JSON document says, checked and with its defaults filled in.</summary>
public sealed record StrategyDefinition
{
    public required string Name { get; init; }
    public bool Enabled { get; init; } = true;
    public StrategyDirection Direction { get; init; } = StrategyDirection.Long;
    public StrategyLimits Limits { get; init; } = new();
    public ConditionGroup SignalDetection { get; init; } = ConditionGroup.Empty;
    public ConditionGroup SignalCancellation { get; init; } = ConditionGroup.Empty;
    public ConditionGroup EntryConditions { get; init; } = ConditionGroup.Empty;
    public ConditionGroup CloseOrderDetection { get; init; } = ConditionGroup.Empty;
    public ConditionGroup EmergencyExit { get; init; } = ConditionGroup.Empty;
    public RiskCurve? Sizing { get; init; }
    public RiskCurve? CloseAdjustment { get; init; }

    /// <summary>The document as it was given, for storage and for reading back.</summary>
    public required string DocumentJson { get; init; }
}
