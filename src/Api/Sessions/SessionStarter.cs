using Draizer.Api.Hosting;
using Draizer.Grains.Hosting;
using Draizer.Grains.Sessions;
using Draizer.Trading.Ports;

namespace Draizer.Api.Sessions;

/// <summary>Starts sessions, each idempotency key once.</summary>
public sealed class SessionStarter(SessionHost sessions, IStore store, Readiness readiness) : IDisposable
{
    // One at a time: two starts with the same key that come together must meet.
    private readonly SemaphoreSlim _starting = new(1);

    /// <summary>The session and whether it was started now, or why not.</summary>
    public async Task<(SessionReply<SessionView> Reply, bool IsNew)> StartAsync(StartRequest request)
    {
        if (!readiness.IsReady)
            return (new SessionReply<SessionView>(null, "not_ready", "The engine is starting or stopping; see /health/ready."), false);

        await _starting.WaitAsync();
        try
        {
            if (request.IdempotencyKey is { } key
                && await store.FindSessionByIdempotencyKeyAsync(key, CancellationToken.None) is { } existing
                && await sessions.Get(existing.SessionId).GetAsync() is { } view)
            {
                return (new SessionReply<SessionView>(view), false);
            }

            return (await sessions.Get(request.SessionId).StartAsync(request), true);
        }
        finally
        {
            _starting.Release();
        }
    }

    public void Dispose() => _starting.Dispose();
}
