using Draizer.Api.Wire;

namespace Draizer.Api.Live;

/// <summary>An event that none may miss: its sequence counts up by one within its session.</summary>
public sealed record NumberedEnvelope(string SessionId, long Sequence, Timestamp Timestamp, object Data);

/// <summary>An event of which only the newest matters.</summary>
public sealed record ConflatedEnvelope(string? SessionId, Timestamp Timestamp, object Data);
