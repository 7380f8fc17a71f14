using Draizer.Domain.Markets;
using Draizer.Domain.Outputs;
using Draizer.Domain.Positions;
using Draizer.Domain.Signals;
using Draizer.Domain.Strategies;
using Draizer.Trading.Engine;

namespace Draizer.Trading.Strategies;

/// <summary>
/// The state machine of one strategy on one instrument of one session. Each <c>Try…</c> method holds the rows of one state, from the
/// top; the first that applies is taken, and its answer says whether there was one.
/// </summary>
internal sealed partial class StrategyMachine
{
    private const int MaxSteps = 8;

    private readonly InstrumentDesk _desk;
    private readonly StrategySession _session;
    private readonly BoundStrategy _strategy;
    private readonly StrategyLimits _limits;
    private readonly MachineValues _values;
    private readonly Instrument _instrument;
    private readonly double[] _lastPrices;
    private readonly DueClock _clock;
    private readonly SignalBook _signals;
    private readonly PositionView _position = new();

    private StrategyState _state = StrategyState.Inactive;
    private Episode _episode;
    private PositionSide _direction;

    // What the present state waits for: the signal's time-out, the longest hold, the close time-out, the end of the cooldown.
    private long _deadlineUs = long.MaxValue;

    // A refusal by the session's own budget, which is met like one by execution.
    private Report? _refusal;

    public StrategyMachine(
        InstrumentDesk desk, BoundStrategy strategy, MachineValues values, Instrument instrument, double[] lastPrices, DueClock clock)
    {
        _desk = desk;
        _session = desk.Session;
        _strategy = strategy;
        _limits = strategy.Definition.Limits;
        _values = values;
        _instrument = instrument;
        _lastPrices = lastPrices;
        _clock = clock;
        _signals = new SignalBook(_session.Id, Strategy, instrument);
    }

    /// <summary>The time during which S1 stays true, and what came of it.</summary>
    private enum Episode : byte
    {
        None,
        Fresh,
        Blocked,
        Used,
    }

    public string Strategy => _strategy.Definition.Name;

    /// <summary>When this machine must be looked at although nothing happened; it is, at the next whole second.</summary>
    public long DueUs { get; private set; } = long.MaxValue;

    public bool IsBlocked => _state == StrategyState.Monitoring && _episode == Episode.Blocked;

    private double LastPrice => _lastPrices[_desk.Instrument];
    private ReadOnlySpan<double> Values => _values.Last;

    public void Capture(ReadOnlySpan<double> eventValues) => _values.Capture(eventValues);

    public void WakeAt(long timeUs)
    {
        DueUs = Math.Min(DueUs, timeUs);
        AskClock();
    }

    public void AskClock() => _clock.Ask(DueUs);

    public void Take(in Step step, Report report)
    {
        _position.Take(report);
        Evaluate(step, report);
    }

    public void Evaluate(in Step step) => Evaluate(step, report: null);

    private void Evaluate(in Step step, Report? report)
    {
        for (var i = 0; i < MaxSteps; i++)
        {
            _values.Refresh(step.NowUs, _position, _signals.DetectedUs, LastPrice);
            FollowEpisode();
            ref var news = ref (_refusal is null ? ref report : ref _refusal);
            if (!TryStep(step, ref news))
                break;
        }

        DueUs = NextLook(step.NowUs);
        AskClock();
    }

    private bool TryStep(in Step step, ref Report? report) => _state switch
    {
        StrategyState.Inactive => TryActivate(step),
        StrategyState.Monitoring => TryDetect(step),
        StrategyState.SignalDetected => TryCancelOrEnter(step),
        StrategyState.EntryEvaluation => TrySettleEntry(step, ref report),
        StrategyState.PositionActive => TryLeave(step, ref report),
        StrategyState.CloseOrderEvaluation => TryFinishClose(step, ref report),
        StrategyState.EmergencyExit => TryFinishEmergency(step, ref report),
        StrategyState.SignalCancelled or StrategyState.Exited => TryCoolDown(step),
        _ => throw new InvalidOperationException($"{_state} is not a state."),
    };

    private bool TryActivate(in Step step) =>
        _session.IsRunning && _strategy.Definition.Enabled && Move(step, StrategyState.Monitoring, TriggerWords.SessionRunning);

    private bool TryCoolDown(in Step step)
    {
        if (step.NowUs < _deadlineUs)
            return false;

        _deadlineUs = long.MaxValue;
        return Move(step, _session.IsStopping ? StrategyState.Inactive : StrategyState.Monitoring, TriggerWords.CooldownOver);
    }

    private void FollowEpisode()
    {
        // Without a price there is nothing to trade at, whatever quotes alone may say.
        var isTrue = !double.IsNaN(LastPrice) && _strategy.SignalDetection.IsMet(Values);
        if (!isTrue)
            _episode = Episode.None;
        else if (_episode == Episode.None)
            _episode = Episode.Fresh;
    }

    private void CoolDown(in Step step, double seconds)
    {
        _desk.Unlock(this);
        _session.FreeSlot(step.NowUs);
        _deadlineUs = WholeSeconds.Deadline(step.NowUs, seconds);
    }

    private long NextLook(long nowUs)
    {
        var next = Math.Min(_deadlineUs, _retryAtUs);
        return _signals.DetectedUs is null && !_position.IsOpen
            ? next
            : Math.Min(next, _strategy.Ages.NextAfter(nowUs, _signals.DetectedUs, _position.IsOpen ? _position.OpenedUs : null, Values));
    }

    /// <summary>Writes a transition. Always true, because one was made.</summary>
    private bool Move(in Step step, StrategyState to, string trigger, Report? report = null)
    {
        var from = _state;
        _state = to;
        step.Write(new StrategyTransitioned(
            step.Stamp, _session.Id, Strategy, _instrument, from, to, trigger, _values.Readings(), _signals.EpisodeId,
            _signals.ExitId ?? _signals.EntryId ?? _signals.EpisodeId, report?.OrderId, report?.Reason,
            to is StrategyState.SignalCancelled or StrategyState.Exited ? _deadlineUs : null));
        return true;
    }

    private void Raise(
        in Step step, Section section, SignalAction action, BoundGroup group, SignalStatus status = SignalStatus.Pending,
        string? reason = null) =>
        _signals.Raise(step, section, action, LastPrice, group.Confidence(Values), _values.Readings(), status, reason);

    private static SignalAction OpeningAction(PositionSide side) => side == PositionSide.Long ? SignalAction.Buy : SignalAction.Short;

    private SignalAction ClosingAction => _direction == PositionSide.Long ? SignalAction.Sell : SignalAction.Cover;

    private Report Refusal(in Step step, ReportKind kind, string reason) => new()
    {
        Kind = kind,
        SessionId = _session.Id,
        Strategy = Strategy,
        Instrument = _desk.Instrument,
        DueUs = step.NowUs,
        Reason = reason,
    };
}
