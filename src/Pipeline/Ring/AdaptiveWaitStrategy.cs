namespace Draizer.Pipeline.Ring;

/// <summary>
/// Spins for what is about to come, yields for what another thread on this core has to finish first, and parks when nothing comes.
/// An idle ring costs nothing; a busy one seldom parks.
/// </summary>
public sealed class AdaptiveWaitStrategy : IWaitStrategy
{
    private readonly ParkingLot _lot = new();
    private readonly int _spins;
    private readonly int _yields;

    public AdaptiveWaitStrategy(int spins, int yields)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(spins);
        ArgumentOutOfRangeException.ThrowIfNegative(yields);

        _spins = spins;
        _yields = yields;
    }

    public long WaitUntil(SequenceGroup group, long atLeast, Alert alert)
    {
        var looks = 0;
        long available;
        while ((available = group.Minimum()) < atLeast && !alert.IsRaised)
        {
            if (looks < _spins)
                Thread.SpinWait(1);
            else if (looks < _spins + _yields)
                Thread.Yield();
            else
                _lot.Park(group, atLeast, alert);

            looks++;
        }

        return available;
    }

    public void Signal(Sequence advanced) => _lot.Signal(advanced);

    public void SignalAlert() => _lot.WakeThoseDue();
}
