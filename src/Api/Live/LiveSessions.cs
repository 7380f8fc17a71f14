using System.Collections.Concurrent;
using Draizer.Domain.Sessions;
using Draizer.Grains.Events;
using Draizer.Grains.Sessions;

namespace Draizer.Api.Live;

/// <summary>Counts the sessions that are at work, by what they tell about themselves.</summary>
public sealed class LiveSessions
{
    private readonly ConcurrentDictionary<string, bool> _ids = new(StringComparer.Ordinal);

    public int Count => _ids.Count;

    public void Note(SessionEvent sessionEvent)
    {
        if (sessionEvent.Data is not SessionView session)
            return;

        if (session.Status is SessionStatus.Stopped or SessionStatus.Error)
            _ids.TryRemove(session.SessionId, out _);
        else
            _ids[session.SessionId] = true;
    }
}
