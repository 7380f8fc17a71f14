namespace Draizer.Pipeline.Ring;

/// <summary>Spins a little, then offers its core to whoever is ready at every look. Keeps a core busy, yet starves nobody.</summary>
public sealed class YieldingWaitStrategy : IWaitStrategy
{
    private const int Spins = 100;

    public long WaitUntil(SequenceGroup group, long atLeast, Alert alert)
    {
        var spins = Spins;
        long available;
        while ((available = group.Minimum()) < atLeast && !alert.IsRaised)
        {
            if (spins > 0)
            {
                spins--;
                Thread.SpinWait(1);
            }
            else
            {
                Thread.Yield();
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
