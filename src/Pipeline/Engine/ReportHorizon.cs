using Draizer.Domain.Commands;
using Draizer.Trading.Engine;

namespace Draizer.Pipeline.Engine;

/// <summary>
/// Tells how far execution must have come before the strategy stage may process an event, so that no report that is due by then is
/// missing: it must have finished every event up to one report latency earlier, and have brought its clock up to the one after those.
/// Owned by the strategy stage's thread.
/// </summary>
public sealed class ReportHorizon
{
    private readonly long[] _times;
    private readonly Dictionary<string, long> _latencyBySession = [];
    private long _shortestLatencyUs = long.MaxValue;
    private long _first;

    /// <param name="ringSlots">Slots of the ring: events further back than that were finished by every stage.</param>
    public ReportHorizon(int ringSlots) => _times = new long[ringSlots];

    /// <summary>The event up to which execution's clock must have been brought: at most the given one, -1 for none.</summary>
    public long Require(in EngineEvent e)
    {
        var sequence = e.Sequence;
        _times[sequence & (_times.Length - 1)] = e.TimeUs;
        if (_shortestLatencyUs == long.MaxValue)
            return -1;

        var horizonUs = e.TimeUs - _shortestLatencyUs;
        _first = Math.Max(_first, sequence - _times.Length + 1);
        while (_first < sequence && _times[_first & (_times.Length - 1)] <= horizonUs)
            _first++;
        return _first;
    }

    /// <summary>To be called for every event after <see cref="Require"/>: a session that starts or ends changes the shortest latency.</summary>
    public void Learn(in EngineEvent e)
    {
        if (e.Command is StartSession start)
            _latencyBySession.TryAdd(start.SessionId, start.Spec.Realism.ReportLatencyMs * 1_000L);
        else if (e.Command is ReleaseSession release)
            _latencyBySession.Remove(release.SessionId);
        else
            return;

        // A longer horizon than before would point back to events that were let go: the first required one only moves forward.
        _shortestLatencyUs = _latencyBySession.Count == 0 ? long.MaxValue : _latencyBySession.Values.Min();
    }
}
