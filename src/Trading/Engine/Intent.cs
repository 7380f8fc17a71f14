using Draizer.Domain.Identity;
using Draizer.Domain.Positions;

namespace Draizer.Trading.Engine;

/// <summary>What a strategy wants done.</summary>
public enum IntentKind : byte
{
    /// <summary>Open a position; execution sizes it, checks it, and reports the outcome.</summary>
    Open,

    /// <summary>Close the whole position, at market or with a limit order near it.</summary>
    Close,

    /// <summary>Turn what is left of a resting close order into a market order.</summary>
    CloseRemainder,

    /// <summary>Close the whole position at market at once; a resting close order is cancelled first.</summary>
    EmergencyClose,

    /// <summary>The session's strategies were stopped by an error: nothing may be left that nobody looks after.</summary>
    FailSession,
}

/// <summary>From the strategy stage to the execution stage, in the event that caused it.</summary>
public sealed record Intent
{
    public required IntentKind Kind { get; init; }
    public required string SessionId { get; init; }
    public required string Strategy { get; init; }
    public required int Instrument { get; init; }

    /// <summary>When the strategy decided: the event's time, or that of the timer that fired before it.</summary>
    public required long TimeUs { get; init; }

    public EntityId? SignalId { get; init; }
    public PositionSide Direction { get; init; }
    public double BasePositionPct { get; init; }
    public decimal? MaxPositionSizeUsd { get; init; }
    public int Leverage { get; init; } = 1;

    /// <summary>What the strategy's sizing curve says at the present risk; 1 where there is no curve or no value.</summary>
    public double SizeMultiplier { get; init; } = 1;

    public double? StopLossPct { get; init; }
    public double? TakeProfitPct { get; init; }

    /// <summary>Confidence of the S1 signal, kept with the round trip.</summary>
    public double? SignalConfidence { get; init; }

    /// <summary>For <see cref="IntentKind.Close"/>: percent by which the price is moved in the position's favour; 0 closes at market.</summary>
    public double CloseShiftPct { get; init; }

    /// <summary>Why: a section's name, <c>max_hold</c>, <c>session_stop</c>.</summary>
    public required string Origin { get; init; }
}
