namespace Draizer.Domain.Strategies;

/// <summary>Where a strategy stands on one instrument of one session.</summary>
public enum StrategyState : byte
{
    Inactive,
    Monitoring,
    SignalDetected,
    SignalCancelled,
    EntryEvaluation,
    PositionActive,
    CloseOrderEvaluation,
    EmergencyExit,
    Exited,
}
