namespace Draizer.Pipeline.Ring;

/// <summary>A thread that is parked, and what it is parked for. There is one per thread, because a thread waits for one thing at a time.</summary>
internal sealed class Parker
{
    private const int NapMs = 1;

    [ThreadStatic]
    private static Parker? _ofThisThread;

    private readonly object _monitor = new();
    private SequenceGroup _group = SequenceGroup.Empty;
    private Alert? _alert;
    private long _atLeast;
    private bool _released;

    public static Parker OfThisThread => _ofThisThread ??= new Parker();

    public bool IsDue => _group.Minimum() >= _atLeast || _alert!.IsRaised;

    /// <summary>Announces on every sequence of the group that it has somebody to wake.</summary>
    public void Enter(SequenceGroup group, long atLeast, Alert alert)
    {
        (_group, _atLeast, _alert, _released) = (group, atLeast, alert, false);
        group.CountParked(+1);
    }

    /// <summary>Blocks until released, once per <see cref="Enter"/>.</summary>
    public void Wait()
    {
        lock (_monitor)
        {
            while (!_released)
                Monitor.Wait(_monitor);
        }
    }

    public void Release()
    {
        _group.CountParked(-1);
        lock (_monitor)
        {
            _released = true;
            Monitor.Pulse(_monitor);
        }
    }

    public void Nap()
    {
        lock (_monitor)
            Monitor.Wait(_monitor, NapMs);
    }
}
