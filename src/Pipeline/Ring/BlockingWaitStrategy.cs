namespace Draizer.Pipeline.Ring;

/// <summary>Parks at once and is woken: next to no CPU, at the price of a wake-up per hand-over.</summary>
public sealed class BlockingWaitStrategy : IWaitStrategy
{
    private readonly ParkingLot _lot = new();

    public long WaitUntil(SequenceGroup group, long atLeast, Alert alert)
    {
        long available;
        while ((available = group.Minimum()) < atLeast && !alert.IsRaised)
            _lot.Park(group, atLeast, alert);

        return available;
    }

    public void Signal(Sequence advanced) => _lot.Signal(advanced);

    public void SignalAlert() => _lot.WakeThoseDue();
}
