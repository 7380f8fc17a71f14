using Draizer.Domain.Commands;
using Draizer.Domain.Orders;

namespace Draizer.Grains.Sessions;

/// <summary>What was asked for, or why not.</summary>
/// <param name="RefusalCode">Null when <paramref name="Value"/> is there.</param>
/// <param name="Detail">A sentence for a person.</param>
public sealed record SessionReply<T>(T? Value, string? RefusalCode = null, string? Detail = null)
{
    public bool IsDone => RefusalCode is null;
}

/// <summary>The replies that all messages share.</summary>
internal static class SessionReply
{
    public static SessionReply<T> Done<T>(T value) => new(value);

    public static SessionReply<T> Refused<T>(string code, string detail) => new(default, code, detail);

    public static SessionReply<T> Refused<T>(CommandResult result) => new(default, result.RefusalCode, result.Detail);

    public static SessionReply<T> Unknown<T>(string sessionId) =>
        Refused<T>(RefusalCode.UnknownSession, $"There is no session {sessionId}.");
}
