using System.Collections.Concurrent;
using Draizer.Grains.Events;

namespace Draizer.Grains.Tests.Fakes;

/// <summary>Keeps what sessions told.</summary>
internal sealed class EventLog : ISessionEvents
{
    private readonly ConcurrentQueue<SessionEvent> _events = new();

    public volatile bool IsAnybodyThere = true;

    public IReadOnlyList<SessionEvent> All => [.. _events];
    public IReadOnlyList<SessionEvent> Numbered => [.. _events.Where(e => e.Sequence is not null)];

    public void OnEvent(SessionEvent sessionEvent) => _events.Enqueue(sessionEvent);

    public bool IsWatched(string sessionId) => IsAnybodyThere;

    public IReadOnlyList<SessionEvent> Named(string name) => [.. _events.Where(e => e.Name == name)];
}
