using Draizer.Domain.Commands;
using Draizer.Domain.Orders;
using Draizer.Domain.Positions;
using Draizer.Domain.Sessions;
using Draizer.Grains.Events;
using Draizer.Grains.Hosting;
using Draizer.Grains.Performance;
using Draizer.Grains.Portfolios;
using Draizer.Grains.Strategies;
using Draizer.Trading.Ports;

namespace Draizer.Grains.Sessions;

/// <summary>
/// One session: what it was asked to be, where it stands, what it owns. Its mailbox sees to it that one message is handled at a time, so
/// nothing here is locked.
/// </summary>
internal sealed partial class SessionGrain
{
    private const string Interrupted = "interrupted";
    private const string EngineStopped = "engine_stopped";

    private readonly string _id;
    private readonly SessionServices _services;
    private readonly EventFeed _feed;
    private readonly RecordKeeper _keeper;
    private readonly Portfolio _portfolio;
    private readonly StrategyBoard _board;
    private readonly PerformanceReport _performance;
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private bool _isLoaded;
    private bool _isFromStorage;

    // What was asked for; the numbers in it are those of the last start or load, see Present.
    private SessionRecord? _record;
    private SessionStatus _status;
    private string? _reason;
    private string? _reasonOfStop;
    private long? _stoppedUs;
    private bool _owesRelease;
    private long _lastStampUs;

    public SessionGrain(string id, SessionServices services)
    {
        _id = id;
        _services = services;
        _feed = new EventFeed(id, services);
        _keeper = new RecordKeeper(id, services);
        _portfolio = new Portfolio(services.Options);
        _board = new StrategyBoard(id, _portfolio, services);
        _performance = new PerformanceReport(id, _portfolio, services);
    }

    /// <summary>Ends once the session has ended and that was saved, or could not be; at once when there is no session.</summary>
    public Task Ended => IsEmpty ? Task.CompletedTask : _ended.Task;

    /// <summary>Whether there is nothing here that could be lost or asked for.</summary>
    public bool IsEmpty => _record is null;

    public bool MayBePutAway => !IsLive && !_owesRelease && !_keeper.IsDirty;

    private bool IsLive => _record is not null && !HasEnded;
    private bool HasEnded => _status is SessionStatus.Stopped or SessionStatus.Error;

    // Core time may be ahead of the clock by what the clock was set back.
    private long NowUs => Math.Max(_services.NowUs, _lastStampUs);

    private SessionView View => SessionView.Of(Present(NowUs), _services.Catalogue);

    public async ValueTask<object?> HandleAsync(SessionMessage message)
    {
        if (!_isLoaded)
            await LoadAsync();

        return message switch
        {
            StartMessage start => await StartAsync(start.Request),
            StopMessage stop => await StopAsync(stop.ClosePositions),
            PauseMessage => await SwitchAsync(new PauseSession(_id), SessionStatus.Paused),
            ResumeMessage => await SwitchAsync(new ResumeSession(_id), SessionStatus.Running),
            ClosePositionMessage close => await ClosePositionAsync(close),
            ShutDownMessage => await ShutDownAsync(),
            GetMessage => IsEmpty ? null : View,
            GetPositionsMessage => IsEmpty
                ? SessionReply.Unknown<IReadOnlyList<PositionSnapshot>>(_id) : SessionReply.Done(_portfolio.OpenPositions()),
            GetStrategyStatesMessage => IsEmpty
                ? SessionReply.Unknown<IReadOnlyList<StrategyStateView>>(_id) : SessionReply.Done(_board.Views(ShownUs)),
            GetPerformanceMessage get => IsEmpty
                ? SessionReply.Unknown<PerformanceView>(_id) : SessionReply.Done(await PerformanceAsync(get.Window)),
            SnapshotMessage => IsEmpty ? null : await SnapshotAsync(),
            _ => throw new InvalidOperationException($"A session has no use for a {message.GetType().Name}."),
        };
    }

    /// <summary>Called about once a second.</summary>
    public async ValueTask BeatAsync()
    {
        if (IsEmpty)
            return;

        if (_keeper.IsDue(_services.NowUs))
            await SaveAsync();

        // One that the core still keeps is shown once more, with what it ended with.
        if (IsLive || _owesRelease)
        {
            _board.Beat(NowUs);
            if (_owesRelease && _services.NowUs >= _releaseAtUs)
                await ReleaseAsync();
            await ShowNumbersAsync();
        }
    }

    public async ValueTask SaveWhatIsLeftAsync()
    {
        if (_keeper.IsDirty)
            await SaveAsync();
    }

    private async Task LoadAsync()
    {
        if (await _services.AskStoreAsync((store, token) => store.FindSessionAsync(_id, token)) is { } record)
        {
            _isFromStorage = true;
            _record = record;
            _portfolio.Restore(record);
            _board.RestoreSignalCount(record.Signals);
            (_status, _reason, _stoppedUs) = (record.Status, record.StatusReason, record.StoppedUs);

            // Whoever starts a session has it in memory until it ends. One that comes from storage alive outlived its process.
            // It is known to have lived until it was saved last.
            if (HasEnded)
                _ended.TrySetResult();
            else
                await EndAsync(SessionStatus.Error, Interrupted, record.UpdatedUs);
        }

        _isLoaded = true;
    }

    private async Task<SessionReply<SessionView>> StartAsync(StartRequest request)
    {
        if (!IsEmpty)
            return SessionReply.Refused<SessionView>(RefusalCode.SessionExists, $"Session {_id} is already there.");

        var spec = request.ToSpec();
        _record = RecordOf(request, spec);
        _portfolio.Open(_record.Balance);
        _board.SetUp(spec.Strategies, spec.Instruments, NowUs);
        _status = SessionStatus.Starting;
        await SaveAsync();

        CommandResult result;
        try
        {
            result = await _services.Commands.SubmitAsync(new StartSession(spec), _services.Lifetime);
        }
        catch
        {
            await EndAsync(SessionStatus.Error, RefusalCode.InternalError, NowUs);
            throw;
        }

        if (!result.IsDone)
        {
            await EndAsync(SessionStatus.Error, result.RefusalCode, NowUs);
            return SessionReply.Refused<SessionView>(result);
        }

        _status = SessionStatus.Running;
        return SessionReply.Done(View);
    }

    private async Task<SessionReply<SessionView>> StopAsync(bool closePositions)
    {
        if (IsEmpty)
            return SessionReply.Unknown<SessionView>(_id);

        // A stop of one that stops already goes through: it may now ask for its positions to be closed.
        return HasEnded
            ? SessionReply.Done(View)
            : await SubmitAsync(new StopSession(_id, closePositions), SessionStatus.Stopping);
    }

    private async Task<SessionReply<SessionView>> SwitchAsync(Command command, SessionStatus to)
    {
        if (IsEmpty)
            return SessionReply.Unknown<SessionView>(_id);

        // Pausing twice is the core's to judge, which knows what is still on its way here.
        return HasEnded ? NotRunning<SessionView>() : await SubmitAsync(command, to);
    }

    private async Task<SessionReply<string>> ClosePositionAsync(ClosePositionMessage close)
    {
        if (IsEmpty)
            return SessionReply.Unknown<string>(_id);
        if (HasEnded)
            return NotRunning<string>();

        var command = new ClosePosition(_id, close.Instrument, close.Quantity);
        var result = await _services.Commands.SubmitAsync(command, _services.Lifetime);
        return result.IsDone ? SessionReply.Done(result.OrderId!) : SessionReply.Refused<string>(result);
    }

    private Task<SessionReply<SessionView>> ShutDownAsync()
    {
        if (IsLive)
            _reasonOfStop = EngineStopped;
        return StopAsync(closePositions: true);
    }

    // The core's own word on the status arrives as an output; until then the answer shows what it agreed to.
    private async Task<SessionReply<SessionView>> SubmitAsync(Command command, SessionStatus to)
    {
        var result = await _services.Commands.SubmitAsync(command, _services.Lifetime);
        if (!result.IsDone)
            return SessionReply.Refused<SessionView>(result);

        _status = to;
        return SessionReply.Done(View);
    }

    private SessionReply<T> NotRunning<T>() =>
        SessionReply.Refused<T>(RefusalCode.SessionNotRunning, $"The session is {_status.ToString().ToUpperInvariant()}.");
}
