namespace Draizer.Pipeline.Ring;

/// <summary>Where threads park until a sequence moves. A signal wakes only those whose wait is over.</summary>
internal sealed class ParkingLot
{
    private const int UsualThreads = 16;

    private readonly Lock _gate = new();
    private readonly List<Parker> _parked = new(UsualThreads);

    /// <summary>Returns when the wait is over. It may be over before the thread ever slept.</summary>
    public void Park(SequenceGroup group, long atLeast, Alert alert)
    {
        var parker = Parker.OfThisThread;
        lock (_gate)
        {
            parker.Enter(group, atLeast, alert);
            _parked.Add(parker);
        }

        // The parking thread announces itself and then looks at the sequences; the advancing thread advances and then looks for the
        // announcement. With a full fence between the two steps on both sides, whichever comes second sees the other and no wake-up is
        // lost. This one call fences every thread of the process, so that the side that runs a million times a second pays nothing.
        Interlocked.MemoryBarrierProcessWide();
        if (parker.IsDue)
            WakeThoseDue();

        parker.Wait();
    }

    /// <summary>Wakes those who waited for this advance. Without anybody parked on the sequence it is one read.</summary>
    public void Signal(Sequence advanced)
    {
        if (advanced.HasParked)
            WakeThoseDue();
    }

    public void WakeThoseDue()
    {
        lock (_gate)
        {
            for (var i = _parked.Count - 1; i >= 0; i--)
            {
                var parker = _parked[i];
                if (!parker.IsDue)
                    continue;

                _parked[i] = _parked[^1];
                _parked.RemoveAt(_parked.Count - 1);
                parker.Release();
            }
        }
    }
}
