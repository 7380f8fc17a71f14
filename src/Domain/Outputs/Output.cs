using Draizer.Domain.Commands;
using Draizer.Domain.Identity;
using Draizer.Domain.Markets;
using Draizer.Domain.Orders;
using Draizer.Domain.Positions;
using Draizer.Domain.Sessions;
using Draizer.Domain.Signals;
using Draizer.Domain.Strategies;

namespace Draizer.Domain.Outputs;

/// <summary>Places an output: core time of the change, sequence of the input that caused it, number within that input.</summary>
public readonly record struct Stamp(long TimeUs, long Sequence, int Ordinal);

/// <summary>Something the core decided. A pure function of the inputs, immutable, safe to hand to any thread.</summary>
public abstract record Output(Stamp Stamp, string SessionId);

/// <summary>A session moved to another status.</summary>
public sealed record SessionStatusChanged(Stamp Stamp, string SessionId, SessionStatus Status, string? Reason) : Output(Stamp, SessionId);

/// <summary>A signal was raised, or its fate became known.</summary>
public sealed record SignalChanged(Stamp Stamp, string SessionId, SignalSnapshot Signal) : Output(Stamp, SessionId);

/// <summary>A strategy took a step of its state machine.</summary>
public sealed record StrategyTransitioned(
    Stamp Stamp, string SessionId, string Strategy, Instrument Instrument, StrategyState From, StrategyState To, string Trigger,
    IReadOnlyList<IndicatorReading> Values, EntityId? EpisodeId, EntityId? SignalId, EntityId? OrderId, string? Reason,
    long? CooldownUntilUs) : Output(Stamp, SessionId);

/// <summary>An order was accepted, filled, cancelled or rejected.</summary>
public sealed record OrderChanged(Stamp Stamp, string SessionId, OrderSnapshot Order) : Output(Stamp, SessionId);

/// <summary>A fill, with the part of it that reduced a position and what that realized.</summary>
public sealed record FillMade(
    Stamp Stamp, string SessionId, EntityId OrderId, Instrument Instrument, Side Side, decimal Quantity, decimal Price, decimal Fee,
    decimal? RealizedPnl) : Output(Stamp, SessionId);

/// <summary>How a position changed.</summary>
public enum PositionChange : byte
{
    Opened,
    Updated,
    Closed,
}

/// <summary>A position was opened, changed in size or terms, or closed.</summary>
public sealed record PositionChanged(Stamp Stamp, string SessionId, PositionChange Change, PositionSnapshot Position) : Output(Stamp, SessionId);

/// <summary>A position at a new price. Only the newest matters: it may be dropped in favour of a later one.</summary>
public sealed record PositionMarked(Stamp Stamp, string SessionId, PositionSnapshot Position) : Output(Stamp, SessionId);

/// <summary>The money of a session after a posting.</summary>
public sealed record BalanceChanged(Stamp Stamp, string SessionId, BalanceSnapshot Balance) : Output(Stamp, SessionId);

/// <summary>A position went back to flat.</summary>
public sealed record RoundTripClosed(Stamp Stamp, string SessionId, RoundTrip RoundTrip) : Output(Stamp, SessionId);

/// <summary>Equity at one sampling instant.</summary>
public sealed record EquitySampled(Stamp Stamp, string SessionId, BalanceSnapshot Balance) : Output(Stamp, SessionId);

/// <summary>How urgent an alert is.</summary>
public enum AlertSeverity : byte
{
    Info,
    Warning,
    Critical,
}

/// <summary>Something a trader must know. <paramref name="Code"/> is stable; the message is for people.</summary>
public sealed record AlertRaised(
    Stamp Stamp, string SessionId, AlertSeverity Severity, string Code, string Message, Instrument? Instrument) : Output(Stamp, SessionId);

/// <summary>The answer to a command.</summary>
public sealed record CommandAnswered(Stamp Stamp, string SessionId, long CorrelationId, CommandResult Result) : Output(Stamp, SessionId);
