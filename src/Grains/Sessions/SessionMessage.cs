using System.Text.Json.Serialization;
using Draizer.Domain.Positions;
using Draizer.Grains.Performance;
using Draizer.Grains.Strategies;

namespace Draizer.Grains.Sessions;

/// <summary>What a session can be asked, as it would travel.</summary>
[JsonDerivedType(typeof(StartMessage), "start")]
[JsonDerivedType(typeof(StopMessage), "stop")]
[JsonDerivedType(typeof(PauseMessage), "pause")]
[JsonDerivedType(typeof(ResumeMessage), "resume")]
[JsonDerivedType(typeof(ClosePositionMessage), "close_position")]
[JsonDerivedType(typeof(ShutDownMessage), "shut_down")]
[JsonDerivedType(typeof(GetMessage), "get")]
[JsonDerivedType(typeof(GetPositionsMessage), "get_positions")]
[JsonDerivedType(typeof(GetStrategyStatesMessage), "get_strategy_states")]
[JsonDerivedType(typeof(GetPerformanceMessage), "get_performance")]
[JsonDerivedType(typeof(SnapshotMessage), "snapshot")]
public abstract record SessionMessage;

/// <summary>A message with the type of its reply.</summary>
public abstract record SessionMessage<TReply> : SessionMessage;

public sealed record StartMessage(StartRequest Request) : SessionMessage<SessionReply<SessionView>>;

public sealed record StopMessage(bool ClosePositions) : SessionMessage<SessionReply<SessionView>>;

public sealed record PauseMessage : SessionMessage<SessionReply<SessionView>>;

public sealed record ResumeMessage : SessionMessage<SessionReply<SessionView>>;

public sealed record ClosePositionMessage(int Instrument, decimal? Quantity) : SessionMessage<SessionReply<string>>;

/// <summary>The engine ends: positions are closed, and the session says why it stopped.</summary>
public sealed record ShutDownMessage : SessionMessage<SessionReply<SessionView>>;

public sealed record GetMessage : SessionMessage<SessionView?>;

public sealed record GetPositionsMessage : SessionMessage<SessionReply<IReadOnlyList<PositionSnapshot>>>;

public sealed record GetStrategyStatesMessage : SessionMessage<SessionReply<IReadOnlyList<StrategyStateView>>>;

public sealed record GetPerformanceMessage(TimeSpan? Window) : SessionMessage<SessionReply<PerformanceView>>;

public sealed record SnapshotMessage : SessionMessage<SessionSnapshot?>;
