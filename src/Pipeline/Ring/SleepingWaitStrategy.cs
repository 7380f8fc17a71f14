namespace Draizer.Pipeline.Ring;

/// <summary>Looks again every millisecond. Costs its publishers nothing and its readers that millisecond.</summary>
public sealed class SleepingWaitStrategy : IWaitStrategy
{
    private const int Yields = 50;

    public long WaitUntil(SequenceGroup group, long atLeast, Alert alert)
    {
        var yields = Yields;
        long available;
        while ((available = group.Minimum()) < atLeast && !alert.IsRaised)
        {
            if (yields > 0)
            {
                yields--;
                Thread.Yield();
            }
            else
            {
                Parker.OfThisThread.Nap();
            }
        }

        return available;
    }

    public void Signal(Sequence advanced)
    {
    }

    public void SignalAlert()
    {
    }
}
