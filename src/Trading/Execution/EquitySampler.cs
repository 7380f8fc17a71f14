using Draizer.Domain.Outputs;
using Draizer.Trading.Execution.Accounts;

namespace Draizer.Trading.Execution;

/// <summary>Takes the equity of every live account at whole intervals of core time.</summary>
public sealed class EquitySampler(AccountBook accounts, OutputLog log, ExecutionOptions options)
{
    private readonly long _intervalUs = options.MetricsIntervalSeconds * 1_000_000L;
    private long _nextUs;

    /// <summary>When the next sample is due, if that is by <paramref name="untilUs"/>.</summary>
    public bool TryNext(long untilUs, out long dueUs)
    {
        // With nobody to sample, a long silence is passed over at once, and who comes next is first sampled after its start.
        if (accounts.All.Count == 0)
            _nextUs = ((untilUs / _intervalUs) + 1) * _intervalUs;

        dueUs = _nextUs;
        return _nextUs <= untilUs;
    }

    public void Take(long timeUs)
    {
        foreach (var account in accounts.All)
        {
            if (account.IsLive)
                log.Add(new EquitySampled(log.Stamp(timeUs), account.SessionId, account.Balance()));
        }

        _nextUs = timeUs + _intervalUs;
    }
}
