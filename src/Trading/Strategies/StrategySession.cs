using Draizer.Domain.Markets;
using Draizer.Domain.Orders;
using Draizer.Domain.Outputs;
using Draizer.Domain.Sessions;
using Draizer.Trading.Engine;

namespace Draizer.Trading.Strategies;

/// <summary>What the machines of one session share: its status, its slots, its budget of intents.</summary>
internal sealed class StrategySession
{
    private readonly IntentBudget _budget;
    private readonly StrategyMachine[] _machines;
    private readonly int _slots;
    private int _slotsTaken;

    public StrategySession(
        SessionSpec spec, IndicatorBindings bindings, InstrumentCatalogue catalogue, double[] lastPrices, DueClock clock,
        StrategyStageOptions options)
    {
        Id = spec.SessionId;
        _slots = spec.MaxConcurrentSignals;
        _budget = new IntentBudget(options);
        Desks = [.. spec.Instruments.Select(instrument => new InstrumentDesk(this, instrument))];

        var machines = new List<StrategyMachine>();
        foreach (var definition in spec.Strategies.OrderBy(definition => definition.Name, StringComparer.Ordinal))
        {
            var strategy = new BoundStrategy(definition);
            foreach (var desk in Desks)
            {
                var values = new MachineValues(strategy.Indicators, bindings, desk.Instrument);
                var machine = new StrategyMachine(desk, strategy, values, catalogue[desk.Instrument], lastPrices, clock);
                desk.Seat(machine);
                machines.Add(machine);
            }
        }

        _machines = [.. machines];
    }

    public string Id { get; }
    public InstrumentDesk[] Desks { get; }
    public SessionStatus Status { get; private set; } = SessionStatus.Running;

    /// <summary>Set once a stop has asked for every position to be closed now.</summary>
    public bool IsClosingPositions { get; private set; }

    public bool IsRunning => Status == SessionStatus.Running;
    public bool IsStopping => Status == SessionStatus.Stopping;
    public bool HasFailed => Status == SessionStatus.Error;
    public bool HasFreeSlot => _slotsTaken < _slots;

    public void Pause() => Move(SessionStatus.Running, SessionStatus.Paused);

    public void Resume() => Move(SessionStatus.Paused, SessionStatus.Running);

    public void Stop(bool closePositions)
    {
        if (HasFailed)
            return;

        Status = SessionStatus.Stopping;
        IsClosingPositions |= closePositions;
    }

    public void Fail() => Status = SessionStatus.Error;

    public void TakeSlot()
    {
        if (!HasFreeSlot)
            throw new InvalidOperationException("All slots are taken.");

        _slotsTaken++;
    }

    /// <summary>Gives a slot back, and lets those look again who wanted one, or a lock that went with it.</summary>
    public void FreeSlot(long nowUs)
    {
        if (_slotsTaken == 0)
            throw new InvalidOperationException("No slot is taken.");

        _slotsTaken--;
        foreach (var machine in _machines)
        {
            if (machine.IsBlocked)
                machine.WakeAt(nowUs);
        }
    }

    /// <summary>Sends an intent, or refuses it when the session asks for too much at once.</summary>
    public bool TrySend(in Step step, Intent intent)
    {
        if (_budget.TryTake(step))
        {
            step.Send(intent);
            return true;
        }

        if (_budget.ShouldAlert(step))
        {
            step.Write(new AlertRaised(
                step.Stamp, Id, AlertSeverity.Warning, RefusalCode.IntentBudget,
                "The session asked for more orders at once than its budget allows; the excess is refused.", Instrument: null));
        }

        return false;
    }

    public void EvaluateAll(in Step step)
    {
        foreach (var machine in _machines)
            machine.Evaluate(step);
    }

    public void EvaluateDue(in Step step)
    {
        foreach (var machine in _machines)
        {
            if (machine.DueUs <= step.NowUs)
                machine.Evaluate(step);
        }
    }

    /// <summary>Tells the clock again when each machine wants to be looked at.</summary>
    public void AskClock()
    {
        foreach (var machine in _machines)
            machine.AskClock();
    }

    public StrategyMachine? Find(string strategy, int instrument)
    {
        foreach (var desk in Desks)
        {
            if (desk.Instrument == instrument)
                return desk.Find(strategy);
        }

        return null;
    }

    private void Move(SessionStatus from, SessionStatus to)
    {
        if (Status == from)
            Status = to;
    }
}
