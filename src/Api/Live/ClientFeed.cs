using System.Collections.Concurrent;
using System.Threading.Channels;
using Draizer.Api.Wire;
using Draizer.Trading.Ports;

namespace Draizer.Api.Live;

/// <summary>How many events a client may be behind.</summary>
public sealed record ClientFeedOptions
{
    /// <summary>Numbered events that may wait for a client before it is cut off.</summary>
    public int MaxWaiting { get; init; } = 5_000;

    /// <summary>How often conflated events go out.</summary>
    public TimeSpan ConflationInterval { get; init; } = TimeSpan.FromMilliseconds(100);
}

/// <summary>
/// What waits to be sent to one client. Numbered events queue up; of the others only the newest is kept. Whoever offers never waits.
/// </summary>
public sealed class ClientFeed(string connectionId, ClientFeedOptions options) : IDisposable
{
    private readonly ConcurrentQueue<(string Name, NumberedEnvelope Body)> _numbered = new();

    // Both under the lock on the first: the newest by key, and the keys whose turn it is since the last beat.
    private readonly Dictionary<string, (string Name, ConflatedEnvelope Body)> _conflated = [];
    private readonly Queue<string> _due = new();

    // One word is enough, however often the sender is called while it is awake.
    private readonly Channel<bool> _wake = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly SemaphoreSlim _pen = new(1, 1);
    private int _waiting;

    public string ConnectionId => connectionId;
    public Subscriptions Subscriptions { get; } = new();
    public bool IsOverrun => Volatile.Read(ref _waiting) > options.MaxWaiting;

    public void Offer(string name, NumberedEnvelope body)
    {
        if (!Subscriptions.Wants(body.SessionId, Channels.Of(name)))
            return;

        // Beyond the bound nothing is kept: the client is about to be cut off, and takes a new snapshot when it comes back.
        if (Interlocked.Increment(ref _waiting) <= options.MaxWaiting)
            _numbered.Enqueue((name, body));
        Wake();
    }

    public void Offer(string name, string key, ConflatedEnvelope body)
    {
        if (body.SessionId is { } session && !Subscriptions.Wants(session, Channels.Of(name)))
            return;

        lock (_conflated)
            _conflated[key] = (name, body);
    }

    /// <summary>Takes back a conflated event that a numbered one has made untrue.</summary>
    public void TakeBack(string key)
    {
        lock (_conflated)
            _conflated.Remove(key);
    }

    /// <summary>Takes back the conflated events of a session, whose snapshot will be newer.</summary>
    public void TakeBackAllOf(string session)
    {
        lock (_conflated)
        {
            foreach (var (key, (_, body)) in _conflated)
            {
                if (body.SessionId == session)
                    _conflated.Remove(key);
            }
        }
    }

    /// <summary>It is time for conflated events: those that wait, and the changed prices of the client's symbols.</summary>
    public void Beat(IMarketReadings readings, Func<int, MarketReading, object?> tickOf)
    {
        foreach (var (instrument, reading) in Subscriptions.ChangedTicks(readings))
        {
            if (tickOf(instrument, reading) is { } tick)
                Offer("tick", $"tick:{instrument}", new ConflatedEnvelope(SessionId: null, new Timestamp(reading.TimeUs), tick));
        }

        lock (_conflated)
        {
            // Those of the last beat have not gone out yet: the client is behind, and gets the newest when it comes to them.
            if (_due.Count > 0 || _conflated.Count == 0)
                return;

            foreach (var key in _conflated.Keys)
                _due.Enqueue(key);
        }

        Wake();
    }

    public ValueTask<bool> WaitAsync(CancellationToken cancellationToken) => _wake.Reader.ReadAsync(cancellationToken);

    /// <summary>Only who has the pen writes to the client. A snapshot keeps it from before it is made until it is written.</summary>
    public Task TakePenAsync(CancellationToken cancellationToken) => _pen.WaitAsync(cancellationToken);

    public void PutPenDown() => _pen.Release();

    /// <summary>The next event to send, numbered ones first. Asked by who has the pen.</summary>
    public bool TryTake(out string name, out object body)
    {
        while (_numbered.TryDequeue(out var next))
        {
            Interlocked.Decrement(ref _waiting);
            if (Subscriptions.NumberOf(next.Body.SessionId, Channels.Of(next.Name), next.Body.Sequence) is { } number)
            {
                (name, body) = (next.Name, next.Body with { Sequence = number });
                return true;
            }
        }

        return TryTakeConflated(out name, out body);
    }

    public void Dispose() => _pen.Dispose();

    private bool TryTakeConflated(out string name, out object body)
    {
        lock (_conflated)
        {
            while (_due.TryDequeue(out var key))
            {
                if (!_conflated.Remove(key, out var newest))
                    continue;
                if (newest.Body.SessionId is { } session && !Subscriptions.Wants(session, Channels.Of(newest.Name)))
                    continue;

                (name, body) = newest;
                return true;
            }
        }

        (name, body) = ("", "");
        return false;
    }

    private void Wake() => _wake.Writer.TryWrite(true);
}
