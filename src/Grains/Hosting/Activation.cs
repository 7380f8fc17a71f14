using Draizer.Domain.Outputs;
using Draizer.Grains.Sessions;

namespace Draizer.Grains.Hosting;

/// <summary>A grain in memory, with its mailbox. Put away when nobody needs it; a later message makes another.</summary>
internal sealed class Activation
{
    private readonly SessionServices _services;
    private readonly SessionGrain _grain;
    private readonly Mailbox _mailbox;
    private readonly Action<Activation> _onPutAway;
    private long _lastUsedUs;
    private int _isBeatQueued;

    public Activation(string sessionId, SessionServices services, Action<Activation> onPutAway)
    {
        SessionId = sessionId;
        _services = services;
        _onPutAway = onPutAway;
        _lastUsedUs = services.NowUs;
        _grain = new SessionGrain(sessionId, services);
        _mailbox = new Mailbox(HandleAsync, e => services.OnError(sessionId, e));
    }

    public string SessionId { get; }

    /// <summary>Ends once the session is no longer live.</summary>
    public Task Ended => _grain.Ended;

    public bool TryAsk(SessionMessage message, out Task<object?> answer) => _mailbox.TryAsk(message, out answer);

    public void Deliver(Output output) => _mailbox.TryPost(output);

    /// <summary>A beat that is still waiting stands for those after it.</summary>
    public void Beat()
    {
        if (Interlocked.Exchange(ref _isBeatQueued, 1) == 0)
            _mailbox.TryPost(HostSignal.Beat);
    }

    public Task DrainAsync()
    {
        _mailbox.TryPost(HostSignal.Flush);
        _mailbox.Close();
        return _mailbox.Completion;
    }

    private ValueTask<object?> HandleAsync(object message)
    {
        switch (message)
        {
            case Output output:
                _lastUsedUs = _services.NowUs;
                return Unanswered(_grain.ApplyAsync(output));
            case SessionMessage call:
                _lastUsedUs = _services.NowUs;
                return _grain.HandleAsync(call);
            case HostSignal.Beat:
                return Unanswered(BeatAsync());
            case HostSignal.Flush:
                return Unanswered(_grain.SaveWhatIsLeftAsync());
            default:
                throw new InvalidOperationException($"A session has no use for a {message.GetType().Name}.");
        }
    }

    private async ValueTask BeatAsync()
    {
        Interlocked.Exchange(ref _isBeatQueued, 0);
        await _grain.BeatAsync();
        if (IsIdle() && _mailbox.TryCloseAfterThis())
            _onPutAway(this);
    }

    private bool IsIdle() =>
        _grain.IsEmpty
        || (_grain.MayBePutAway && _services.NowUs - _lastUsedUs >= (long)_services.Options.IdleTime.TotalMicroseconds);

    private static async ValueTask<object?> Unanswered(ValueTask work)
    {
        await work;
        return null;
    }

    private enum HostSignal : byte
    {
        Beat,
        Flush,
    }
}
