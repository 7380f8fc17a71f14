namespace Draizer.Pipeline.Ring;

/// <summary>Never gives its core away: the quickest answer, for machines with a free core per thread.</summary>
public sealed class BusySpinWaitStrategy : IWaitStrategy
{
    public long WaitUntil(SequenceGroup group, long atLeast, Alert alert)
    {
        long available;
        while ((available = group.Minimum()) < atLeast && !alert.IsRaised)
            Thread.SpinWait(1);

        return available;
    }

    public void Signal(Sequence advanced)
    {
    }

    public void SignalAlert()
    {
    }
}
