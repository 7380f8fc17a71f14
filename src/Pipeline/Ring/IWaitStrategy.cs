namespace Draizer.Pipeline.Ring;

/// <summary>How a thread passes the time until others have come far enough, and how those others wake it.</summary>
public interface IWaitStrategy
{
    /// <summary>
    /// Returns the slowest of <paramref name="group"/> once it is <paramref name="atLeast"/> or more; less than that only if
    /// <paramref name="alert"/> is raised.
    /// </summary>
    long WaitUntil(SequenceGroup group, long atLeast, Alert alert);

    /// <summary>The same for one sequence.</summary>
    long WaitUntil(Sequence other, long atLeast, Alert alert) => WaitUntil(other.Alone, atLeast, alert);

    /// <summary>To be called after each advance of a sequence that somebody may wait for.</summary>
    void Signal(Sequence advanced);

    /// <summary>To be called after an alert was raised; takes a lock, so it is not for the hot path.</summary>
    void SignalAlert();
}
