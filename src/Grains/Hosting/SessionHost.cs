using System.Collections.Concurrent;
using Draizer.Domain.Markets;
using Draizer.Domain.Outputs;
using Draizer.Domain.Sessions;
using Draizer.Grains.Events;
using Draizer.Grains.Sessions;
using Draizer.Trading.Ports;

namespace Draizer.Grains.Hosting;

/// <summary>Finds the grain behind a session id, brings it messages and outputs, and lets it rest when it is no longer needed.</summary>
public sealed class SessionHost : IAsyncDisposable
{
    private const int RecoveryPage = 200;

    private static readonly SessionStatus[] LiveStatuses =
        [SessionStatus.Starting, SessionStatus.Running, SessionStatus.Paused, SessionStatus.Stopping];

    private readonly ConcurrentDictionary<string, Activation> _activations = new(StringComparer.Ordinal);
    private readonly Lock _activating = new();
    private readonly CancellationTokenSource _lifetime = new();
    private readonly SessionServices _services;
    private readonly ITimer _beat;
    private bool _isDisposed;

    /// <param name="onError">Hears of what failed, by session id. Must not throw.</param>
    public SessionHost(
        IStore store, ICommandPort commands, IIndicatorReadings indicators, IMarketReadings markets, InstrumentCatalogue catalogue,
        ISessionEvents events, SessionHostOptions options, TimeProvider time, Action<string, Exception> onError)
    {
        _services = new SessionServices(store, commands, indicators, markets, catalogue, events, options, time, onError, _lifetime.Token);
        _beat = time.CreateTimer(_ => Beat(), state: null, options.BeatInterval, options.BeatInterval);
    }

    /// <summary>Ids of the sessions in memory, live or lately asked for.</summary>
    public IReadOnlyList<string> ActiveIds => [.. _activations.Keys.Order(StringComparer.Ordinal)];

    /// <summary>A reference to a session, which need not exist. Cheap: the session is loaded with the first message.</summary>
    public ISession Get(string sessionId) => new SessionReference(sessionId, this);

    /// <summary>Hands an output to its session and returns. An output of a session that is not here is let go.</summary>
    public void Deliver(Output output)
    {
        if (output is not CommandAnswered && _activations.TryGetValue(output.SessionId, out var activation))
            activation.Deliver(output);
    }

    /// <summary>
    /// Called at start-up: sessions that storage has as live and this process does not run become ERROR, <c>interrupted</c>.
    /// Answers their ids.
    /// </summary>
    public async Task<IReadOnlyList<string>> RecoverAsync(CancellationToken cancellationToken)
    {
        // Read to the end before the first is touched, because touching one takes it out of the list being read.
        var interrupted = new List<string>();
        foreach (var status in LiveStatuses)
        {
            string? cursor = null;
            do
            {
                var query = new SessionQuery(status, Limit: RecoveryPage, Cursor: cursor);
                var page = await _services.Store.ReadSessionsAsync(query, cancellationToken);
                interrupted.AddRange(page.Items.Select(r => r.SessionId).Where(id => !_activations.ContainsKey(id)));
                cursor = page.NextCursor;
            }
            while (cursor is not null);
        }

        foreach (var id in interrupted)
            await Get(id).GetAsync();
        return interrupted;
    }

    /// <summary>
    /// Stops every live session, closes its positions and waits until it has ended or the time for it is over. Answers the ids of those
    /// that had not; the next start finds them interrupted.
    /// </summary>
    public async Task<IReadOnlyList<string>> StopAllAsync()
    {
        var stopping = _activations.Values.Select(activation => (activation.SessionId, HasEnded: StopAsync(activation))).ToList();
        await Task.WhenAll(stopping.Select(s => s.HasEnded));
        return [.. stopping.Where(s => !s.HasEnded.Result).Select(s => s.SessionId).Order(StringComparer.Ordinal)];
    }

    /// <summary>Handles what is queued, saves what is not saved, and takes no more messages.</summary>
    public async ValueTask DisposeAsync()
    {
        lock (_activating)
        {
            if (_isDisposed)
                return;
            _isDisposed = true;
        }

        await _beat.DisposeAsync();
        try
        {
            await Task.WhenAll(_activations.Values.Select(a => a.DrainAsync())).WaitAsync(_services.Options.StopTimeout, _services.Time);
        }
        catch (TimeoutException e)
        {
            _services.OnError("", e);
        }

        // What still waits for the core or the store waits in vain.
        await _lifetime.CancelAsync();
        _lifetime.Dispose();
    }

    internal async Task<TReply> AskAsync<TReply>(string sessionId, SessionMessage<TReply> message)
    {
        while (true)
        {
            var activation = Activate(sessionId);
            if (activation.TryAsk(message, out var answer))
                return (TReply)(await answer)!;

            // It was put away between the two lines above; the next one loads it again.
            Forget(activation);
        }
    }

    internal Activation Activate(string sessionId)
    {
        if (_activations.TryGetValue(sessionId, out var activation) && !_isDisposed)
            return activation;

        lock (_activating)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            return _activations.GetOrAdd(sessionId, id => new Activation(id, _services, Forget));
        }
    }

    private void Forget(Activation activation) => _activations.TryRemove(KeyValuePair.Create(activation.SessionId, activation));

    // A session that fails to stop must not keep the others from it.
    private async Task<bool> StopAsync(Activation activation)
    {
        try
        {
            await StopAndWaitAsync(activation).WaitAsync(_services.Options.StopTimeout, _services.Time);
            return true;
        }
        catch (Exception e)
        {
            _services.OnError(activation.SessionId, e);
            return false;
        }
    }

    private static async Task StopAndWaitAsync(Activation activation)
    {
        // A closed mailbox belongs to a session that had ended.
        if (!activation.TryAsk(new ShutDownMessage(), out var answer))
            return;

        await answer;
        await activation.Ended;
    }

    private void Beat()
    {
        foreach (var (_, activation) in _activations)
            activation.Beat();
    }
}
