namespace Draizer.Pipeline.Ring;

/// <summary>A flag that ends a wait before what it waits for has come.</summary>
public sealed class Alert
{
    private readonly IWaitStrategy _waits;
    private bool _raised;

    /// <param name="waits">The strategy of those who wait with this alert, so that the parked among them are woken.</param>
    public Alert(IWaitStrategy waits) => _waits = waits;

    public bool IsRaised => Volatile.Read(ref _raised);

    public void Raise()
    {
        Volatile.Write(ref _raised, true);
        _waits.SignalAlert();
    }

    // A full fence: who clears the alert then reads why it was raised, and must not read it from before.
    public void Clear() => Interlocked.Exchange(ref _raised, false);
}
