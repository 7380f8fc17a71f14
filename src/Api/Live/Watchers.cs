using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace Draizer.Api.Live;

/// <summary>Who watches which session, so that an event costs those who do and nobody else.</summary>
/// <remarks>Safe for many threads; reading takes no lock.</remarks>
public sealed class Watchers<T>
    where T : class
{
    private readonly ConcurrentDictionary<string, ImmutableArray<T>> _bySession = new(StringComparer.Ordinal);
    private readonly Lock _changing = new();

    public ImmutableArray<T> Of(string session) => _bySession.GetValueOrDefault(session, []);

    public bool Any(string session) => _bySession.ContainsKey(session);

    public void Add(string session, T watcher)
    {
        lock (_changing)
        {
            var present = Of(session);
            if (!present.Contains(watcher))
                _bySession[session] = present.Add(watcher);
        }
    }

    public void Remove(string session, T watcher)
    {
        lock (_changing)
        {
            var left = Of(session).Remove(watcher);
            if (left.IsEmpty)
                _bySession.TryRemove(session, out _);
            else
                _bySession[session] = left;
        }
    }
}
