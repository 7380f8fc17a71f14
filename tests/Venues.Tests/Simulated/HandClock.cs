namespace Draizer.Venues.Tests.Simulated;

/// <summary>A clock that a test turns by hand, with the timers made of it; a timer long overdue fires once.</summary>
internal sealed class HandClock(long nowUs) : TimeProvider
{
    private readonly List<HandTimer> _timers = [];
    private DateTimeOffset _now = DateTimeOffset.UnixEpoch.AddTicks(nowUs * TimeSpan.TicksPerMicrosecond);

    public override DateTimeOffset GetUtcNow() => _now;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new HandTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        _timers.Add(timer);
        return timer;
    }

    public void Advance(TimeSpan by)
    {
        _now += by;
        foreach (var timer in _timers.ToArray())
            timer.FireIfDue();
    }

    private sealed class HandTimer(HandClock clock, Action fire) : ITimer
    {
        private DateTimeOffset _due = DateTimeOffset.MaxValue;
        private TimeSpan _period;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            _due = dueTime == Timeout.InfiniteTimeSpan ? DateTimeOffset.MaxValue : clock._now + dueTime;
            _period = period;
            return true;
        }

        public void FireIfDue()
        {
            if (clock._now < _due)
                return;
            _due = _period == Timeout.InfiniteTimeSpan ? DateTimeOffset.MaxValue : clock._now + _period;
            fire();
        }

        public void Dispose() => clock._timers.Remove(this);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
