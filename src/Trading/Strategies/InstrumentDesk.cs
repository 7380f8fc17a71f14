namespace Draizer.Trading.Strategies;

/// <summary>The strategies of one session on one instrument, in the order of their names, and which of them holds the lock.</summary>
internal sealed class InstrumentDesk(StrategySession session, int instrument)
{
    private StrategyMachine[] _machines = [];
    private StrategyMachine? _holder;

    public StrategySession Session => session;
    public int Instrument => instrument;
    public bool IsLocked => _holder is not null;

    public void Seat(StrategyMachine machine) => _machines = [.. _machines, machine];

    public void Lock(StrategyMachine machine)
    {
        if (_holder is not null)
            throw new InvalidOperationException("The instrument is locked by another strategy.");

        _holder = machine;
    }

    public void Unlock(StrategyMachine machine)
    {
        if (_holder != machine)
            throw new InvalidOperationException("Only the strategy that locked an instrument may free it.");

        _holder = null;
    }

    public void Capture(ReadOnlySpan<double> values)
    {
        foreach (var machine in _machines)
            machine.Capture(values);
    }

    public void Evaluate(in Step step)
    {
        foreach (var machine in _machines)
            machine.Evaluate(step);
    }

    public StrategyMachine? Find(string strategy)
    {
        foreach (var machine in _machines)
        {
            if (machine.Strategy == strategy)
                return machine;
        }

        return null;
    }
}
