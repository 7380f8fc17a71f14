using Draizer.Domain.Orders;
using Draizer.Domain.Outputs;
using Draizer.Domain.Positions;
using Draizer.Domain.Signals;
using Draizer.Domain.Strategies;
using Draizer.Trading.Engine;

namespace Draizer.Trading.Strategies;

/// <summary>From the position back to flat.</summary>
internal sealed partial class StrategyMachine
{
    private string _exitOrigin = "";

    // Set while the close order is, or must be, one at market; then there is no remainder to turn into one.
    private bool _closesAtMarket;
    private long _exitSentUs;
    private long _retryAtUs = long.MaxValue;

    private bool TryLeave(in Step step, ref Report? report)
    {
        if (report?.Kind == ReportKind.Flat)
            return Exit(step, Consume(ref report));
        if (_strategy.EmergencyExit.IsMet(Values))
            return CloseInEmergency(step);
        if (step.NowUs >= _deadlineUs)
            return Close(step, TriggerWords.MaxHold);
        if (_session.IsClosingPositions)
            return Close(step, TriggerWords.SessionStop);
        if (!_strategy.CloseOrderDetection.IsMet(Values))
            return false;

        Raise(step, Section.ZE1, ClosingAction, _strategy.CloseOrderDetection);
        return Close(step, nameof(Section.ZE1));
    }

    private bool TryFinishClose(in Step step, ref Report? report)
    {
        // Once flat there is nothing left to save: an emergency order would only be refused.
        if (_position.IsOpen && _strategy.EmergencyExit.IsMet(Values))
            return CloseInEmergency(step);
        if (step.NowUs >= _deadlineUs)
            return CloseRemainder(step, TriggerWords.CloseTimeout);
        if (_session.IsClosingPositions && !_closesAtMarket)
            return CloseRemainder(step, TriggerWords.SessionStop);
        return TryFinishExit(step, ref report);
    }

    private bool TryFinishEmergency(in Step step, ref Report? report) => TryFinishExit(step, ref report);

    private bool TryFinishExit(in Step step, ref Report? report)
    {
        switch (report?.Kind)
        {
            case ReportKind.ExitRejected:
                return PrepareRetry(step, Consume(ref report));
            case ReportKind.Flat:
                return Exit(step, Consume(ref report));
        }

        if (step.NowUs < _retryAtUs)
            return false;

        SendExit(step, _state == StrategyState.EmergencyExit ? IntentKind.EmergencyClose : IntentKind.Close);
        return true;
    }

    private bool Close(in Step step, string trigger)
    {
        _exitOrigin = trigger;
        _closesAtMarket = _session.IsClosingPositions || _strategy.CloseShiftPct(Values) == 0;
        _deadlineUs = _closesAtMarket ? long.MaxValue : WholeSeconds.Deadline(step.NowUs, _limits.CloseTimeoutSeconds);
        Move(step, StrategyState.CloseOrderEvaluation, trigger);
        SendExit(step, IntentKind.Close);
        return true;
    }

    private bool CloseRemainder(in Step step, string trigger)
    {
        _closesAtMarket = true;
        _deadlineUs = long.MaxValue;
        Move(step, StrategyState.CloseOrderEvaluation, trigger);

        // After a rejection nothing rests; the retry that is due anyway goes to market.
        if (_retryAtUs == long.MaxValue)
            SendExit(step, IntentKind.CloseRemainder);
        return true;
    }

    private bool CloseInEmergency(in Step step)
    {
        _signals.Settle(step, Section.ZE1, SignalStatus.Cancelled, nameof(Section.E1));
        Raise(step, Section.E1, ClosingAction, _strategy.EmergencyExit);
        _exitOrigin = nameof(Section.E1);
        _deadlineUs = long.MaxValue;
        Move(step, StrategyState.EmergencyExit, nameof(Section.E1));
        SendExit(step, IntentKind.EmergencyClose);
        return true;
    }

    private void SendExit(in Step step, IntentKind kind)
    {
        _exitSentUs = step.NowUs;
        _retryAtUs = long.MaxValue;
        var intent = new Intent
        {
            Kind = kind,
            SessionId = _session.Id,
            Strategy = Strategy,
            Instrument = _desk.Instrument,
            TimeUs = step.NowUs,
            SignalId = _signals.ExitId ?? _signals.EpisodeId,
            Direction = _direction,
            CloseShiftPct = kind == IntentKind.Close && !_closesAtMarket ? _strategy.CloseShiftPct(Values) : 0,
            Origin = _exitOrigin,
        };
        _refusal = _session.TrySend(step, intent) ? null : Refusal(step, ReportKind.ExitRejected, RefusalCode.IntentBudget);
    }

    private bool PrepareRetry(in Step step, Report report)
    {
        _retryAtUs = Math.Max(step.NowUs, _exitSentUs + WholeSeconds.SecondUs);
        step.Write(new AlertRaised(
            step.Stamp, _session.Id, AlertSeverity.Warning, TriggerWords.ExitRejected,
            $"{Strategy} could not close its position ({report.Reason ?? "no reason given"}); it tries again.", _instrument));
        return Move(step, _state, TriggerWords.ExitRejected, report);
    }

    private bool Exit(in Step step, Report report)
    {
        var trigger = ExitTrigger(report.CloseReason);
        var isEmergency = _state == StrategyState.EmergencyExit || report.CloseReason is CloseReason.StopLoss or CloseReason.Liquidated;
        var isOwn = trigger == TriggerWords.Flat;
        var fate = isOwn ? SignalStatus.Executed : SignalStatus.Cancelled;
        _signals.Settle(step, Section.ZE1, fate, isOwn ? null : trigger, report.OrderId);

        _retryAtUs = long.MaxValue;
        CoolDown(step, isEmergency ? _limits.CooldownAfterEmergencySeconds : _limits.CooldownAfterExitSeconds);
        Move(step, StrategyState.Exited, trigger, report);
        _signals.Clear();
        return true;
    }

    /// <summary>A machine that was closing calls its own exit flat; one that was not says who closed.</summary>
    private string ExitTrigger(CloseReason reason) =>
        _state == StrategyState.PositionActive && reason == CloseReason.SessionStop
            ? TriggerWords.SessionStop
            : TriggerWords.OfUnasked(reason);
}
