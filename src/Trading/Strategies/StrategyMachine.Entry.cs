using Draizer.Domain.Orders;
using Draizer.Domain.Positions;
using Draizer.Domain.Signals;
using Draizer.Domain.Strategies;
using Draizer.Trading.Engine;

namespace Draizer.Trading.Strategies;

/// <summary>From the signal to the position.</summary>
internal sealed partial class StrategyMachine
{
    private bool TryDetect(in Step step)
    {
        if (_session.IsStopping)
            return Move(step, StrategyState.Inactive, TriggerWords.SessionStop);
        if (!_session.IsRunning || _episode is not (Episode.Fresh or Episode.Blocked))
            return false;

        var side = _strategy.DirectionOf(Values);
        var obstacle = side is null ? TriggerWords.NoDirection
            : _desk.IsLocked ? TriggerWords.Locked
            : !_session.HasFreeSlot ? TriggerWords.NoSlot
            : null;
        if (side is null || obstacle is not null)
        {
            RecordBlocked(step, side, obstacle);
            return false;
        }

        _desk.Lock(this);
        _session.TakeSlot();
        _episode = Episode.Used;
        _direction = side.Value;
        _deadlineUs = WholeSeconds.Deadline(step.NowUs, _limits.SignalTimeoutSeconds);
        Raise(step, Section.S1, OpeningAction(_direction), _strategy.SignalDetection);
        return Move(step, StrategyState.SignalDetected, nameof(Section.S1));
    }

    /// <summary>Once per episode; the episode stays open, so it becomes a signal if it lasts until the obstacle is gone.</summary>
    private void RecordBlocked(in Step step, PositionSide? side, string? obstacle)
    {
        if (_episode == Episode.Blocked)
            return;

        _episode = Episode.Blocked;
        var action = side is null ? SignalAction.Hold : OpeningAction(side.Value);
        Raise(step, Section.S1, action, _strategy.SignalDetection, SignalStatus.Blocked, obstacle);
    }

    private bool TryCancelOrEnter(in Step step)
    {
        if (_strategy.SignalCancellation.IsMet(Values))
        {
            Raise(step, Section.O1, SignalAction.Hold, _strategy.SignalCancellation, SignalStatus.Executed);
            return Cancel(step, nameof(Section.O1));
        }

        if (step.NowUs >= _deadlineUs)
            return Cancel(step, TriggerWords.SignalTimeout);
        if (!_session.IsRunning)
            return Cancel(step, TriggerWords.SessionNotRunning);
        return _strategy.EntryConditions.IsMet(Values) && Enter(step);
    }

    private bool Cancel(in Step step, string trigger)
    {
        _signals.Settle(step, Section.S1, SignalStatus.Cancelled, trigger);
        return GiveUp(step, trigger);
    }

    private bool Enter(in Step step)
    {
        _deadlineUs = long.MaxValue;
        Raise(step, Section.Z1, OpeningAction(_direction), _strategy.EntryConditions);
        Move(step, StrategyState.EntryEvaluation, nameof(Section.Z1));
        _refusal = _session.TrySend(step, OpenIntent(step)) ? null : Refusal(step, ReportKind.EntryRefused, RefusalCode.IntentBudget);
        return true;
    }

    private bool TrySettleEntry(in Step step, ref Report? report)
    {
        switch (report?.Kind)
        {
            case ReportKind.EntryRefused:
                _signals.Settle(step, Section.S1, SignalStatus.Rejected, report.Reason, report.OrderId);
                _signals.Settle(step, Section.Z1, SignalStatus.Rejected, report.Reason, report.OrderId);
                return GiveUp(step, TriggerWords.Refused, Consume(ref report));

            case ReportKind.EntryFilled:
                return Open(step, Consume(ref report));

            // Gone before its filling was told: both steps are made, and the second one takes the report.
            case ReportKind.Flat:
                return Open(step, report);

            default:
                return false;
        }
    }

    private bool Open(in Step step, Report report)
    {
        _deadlineUs = _limits.MaxHoldSeconds is { } seconds ? WholeSeconds.Deadline(report.OpenedUs, seconds) : long.MaxValue;
        _signals.Settle(step, Section.S1, SignalStatus.Executed, orderId: report.OrderId);
        _signals.Settle(step, Section.Z1, SignalStatus.Executed, orderId: report.OrderId);
        return Move(step, StrategyState.PositionActive, TriggerWords.Filled, report);
    }

    private bool GiveUp(in Step step, string trigger, Report? report = null)
    {
        CoolDown(step, _limits.CooldownAfterCancelSeconds);
        Move(step, StrategyState.SignalCancelled, trigger, report);
        _signals.Clear();
        return true;
    }

    private Intent OpenIntent(in Step step) => new()
    {
        Kind = IntentKind.Open,
        SessionId = _session.Id,
        Strategy = Strategy,
        Instrument = _desk.Instrument,
        TimeUs = step.NowUs,
        SignalId = _signals.EpisodeId,
        Direction = _direction,
        BasePositionPct = _limits.BasePositionPct,
        MaxPositionSizeUsd = _limits.MaxPositionSizeUsd,
        Leverage = _limits.Leverage,
        SizeMultiplier = _strategy.SizeMultiplier(Values),
        StopLossPct = _limits.StopLossPct,
        TakeProfitPct = _limits.TakeProfitPct,
        SignalConfidence = _signals.DetectionConfidence,
        Origin = nameof(Section.Z1),
    };

    private static Report Consume(ref Report? report)
    {
        var taken = report!;
        report = null;
        return taken;
    }
}
