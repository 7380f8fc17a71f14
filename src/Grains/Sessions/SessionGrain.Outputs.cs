using Draizer.Domain.Commands;
using Draizer.Domain.Orders;
using Draizer.Domain.Outputs;
using Draizer.Domain.Sessions;
using Draizer.Grains.Events;

namespace Draizer.Grains.Sessions;

/// <content>What it is told by the core. State first, then the event about it.</content>
internal sealed partial class SessionGrain
{
    private (SessionStatus Status, string? Reason)? _told;
    private long _releaseAtUs;

    public async ValueTask ApplyAsync(Output output)
    {
        if (IsEmpty)
            return;

        var timeUs = output.Stamp.TimeUs;
        _lastStampUs = Math.Max(_lastStampUs, timeUs);
        _keeper.MarkDirty();
        switch (output)
        {
            case PositionMarked mark:
                if (_portfolio.Apply(mark))
                    _feed.Show(SessionEventNames.PositionUpdated, timeUs, mark.Position, mark.Position.PositionId.ToString());
                break;
            case PositionChanged change:
                _portfolio.Apply(change);
                TellPosition(change);
                break;
            case BalanceChanged change:
                _portfolio.Apply(change);
                ShowBalance(timeUs);
                break;
            case OrderChanged change:
                var isNew = _portfolio.Apply(change);
                _feed.Tell(SessionEventNames.OfOrder(change.Order.Status, isNew), timeUs, change.Order);
                break;
            case SignalChanged change:
                _board.Apply(change);
                _feed.Tell(SessionEventNames.SignalGenerated, timeUs, change.Signal);
                break;
            case StrategyTransitioned step:
                _board.Apply(step);
                _feed.Tell(SessionEventNames.StrategyStateChanged, timeUs, step);
                break;
            case RoundTripClosed closed:
                _portfolio.Apply(closed);
                break;
            case EquitySampled sample:
                _portfolio.Apply(sample);
                break;
            case AlertRaised alert:
                _feed.Tell(SessionEventNames.RiskAlert, timeUs, alert);
                break;
            case SessionStatusChanged change:
                await ApplyAsync(change);
                break;
        }
    }

    private void TellPosition(PositionChanged change)
    {
        var timeUs = change.Stamp.TimeUs;
        if (change.Change == PositionChange.Opened)
            _feed.Tell(SessionEventNames.PositionOpened, timeUs, change.Position);
        else if (change.Change == PositionChange.Closed)
            _feed.Tell(SessionEventNames.PositionClosed, timeUs, change.Position);
        else
            _feed.Show(SessionEventNames.PositionUpdated, timeUs, change.Position, change.Position.PositionId.ToString());
    }

    private async ValueTask ApplyAsync(SessionStatusChanged change)
    {
        // An end is final, whatever the core still had on its way.
        if (HasEnded)
            return;

        if (change.Status is SessionStatus.Stopped or SessionStatus.Error)
        {
            _owesRelease = true;
            _releaseAtUs = _services.NowUs + (long)_services.Options.ReleaseDelay.TotalMicroseconds;
            var reason = change.Reason ?? (change.Status == SessionStatus.Stopped ? _reasonOfStop : null);
            await EndAsync(change.Status, reason, change.Stamp.TimeUs);
            return;
        }

        (_status, _reason) = (change.Status, change.Reason);
        TellStatus(change.Stamp.TimeUs);
        await SaveAsync();
    }

    private async ValueTask EndAsync(SessionStatus status, string? reason, long timeUs)
    {
        (_status, _reason, _stoppedUs) = (status, reason, timeUs);
        TellStatus(timeUs);
        await SaveAsync();
        _ended.TrySetResult();
    }

    private void TellStatus(long timeUs)
    {
        if (_told == (_status, _reason))
            return;

        _told = (_status, _reason);
        _feed.Tell(SessionEventNames.SessionStatus, timeUs, View);
    }

    private async ValueTask ReleaseAsync()
    {
        try
        {
            var result = await _services.Commands.SubmitAsync(new ReleaseSession(_id), _services.Lifetime);
            _owesRelease = false;
            if (result is { IsDone: false, RefusalCode: not RefusalCode.UnknownSession })
                _services.OnError(_id, new InvalidOperationException($"The core keeps the session: {result.RefusalCode}."));
        }
        catch (Exception e)
        {
            _services.OnError(_id, e);
        }
    }
}
