namespace Draizer.Pipeline.Ring;

/// <summary>What a consumer waits at: it lets through what everyone ahead of it has finished.</summary>
public sealed class SequenceBarrier
{
    private readonly SequenceGroup _ahead;
    private readonly IWaitStrategy _waits;
    private readonly Alert _alert;

    internal SequenceBarrier(SequenceGroup ahead, IWaitStrategy waits)
    {
        _ahead = ahead;
        _waits = waits;
        _alert = new Alert(waits);
    }

    public bool IsAlerted => _alert.IsRaised;

    /// <summary>The last event that may be read now.</summary>
    public long Available => _ahead.Minimum();

    /// <summary>Returns the last event that may be read: <paramref name="sequence"/> or more, or less if alerted.</summary>
    public long WaitFor(long sequence)
    {
        var available = _ahead.Minimum();
        return available >= sequence ? available : _waits.WaitUntil(_ahead, sequence, _alert);
    }

    /// <summary>Ends the present wait, and every later one that would have to wait.</summary>
    public void Alert() => _alert.Raise();

    public void ClearAlert() => _alert.Clear();
}
