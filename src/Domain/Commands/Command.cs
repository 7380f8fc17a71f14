using Draizer.Domain.Sessions;

namespace Draizer.Domain.Commands;

/// <summary>What a user or a grain asks of the core: an input like any other, answered by a <see cref="CommandResult"/>.</summary>
public abstract record Command(string SessionId);

/// <summary>Opens an account and starts the strategies of a session.</summary>
public sealed record StartSession(SessionSpec Spec) : Command(Spec.SessionId);

/// <summary>No entries until resumed; exits, stops, funding and marks go on.</summary>
public sealed record PauseSession(string SessionId) : Command(SessionId);

/// <summary>Ends a pause.</summary>
public sealed record ResumeSession(string SessionId) : Command(SessionId);

/// <summary>No entries any more; everything is closed now, or without <paramref name="ClosePositions"/> managed until flat.</summary>
public sealed record StopSession(string SessionId, bool ClosePositions) : Command(SessionId);

/// <summary>Closes a position, or part of it, at market.</summary>
public sealed record ClosePosition(string SessionId, int Instrument, decimal? Quantity) : Command(SessionId);

/// <summary>Sent once a session has ended: every stage forgets it, and indicators that nobody else uses stop.</summary>
public sealed record ReleaseSession(string SessionId) : Command(SessionId);

/// <summary>How the core answered a command.</summary>
/// <param name="RefusalCode">Null when it was carried out.</param>
/// <param name="Detail">A sentence for a person, where there is more to say than the code.</param>
/// <param name="OrderId">The order that came of it.</param>
public sealed record CommandResult(string? RefusalCode, string? Detail = null, string? OrderId = null)
{
    public bool IsDone => RefusalCode is null;

    public static CommandResult Done { get; } = new(RefusalCode: null);
}
