using Draizer.Domain.Positions;
using Draizer.Domain.Sessions;
using Draizer.Trading.Execution.Orders;
using Draizer.Trading.Ledger;

namespace Draizer.Trading.Execution.Accounts;

/// <summary>A session as execution sees it: its money, what it holds, what it has working, and whether it may open more.</summary>
public sealed class Account
{
    private readonly Dictionary<int, HeldPosition> _held = [];
    private readonly List<WorkingOrder> _working = [];

    public Account(SessionSpec spec, string asset)
    {
        Spec = spec;
        Ledger = new FuturesLedger(asset, spec.InitialBalance);
    }

    public SessionSpec Spec { get; }
    public string SessionId => Spec.SessionId;
    public FuturesLedger Ledger { get; }
    public SessionStatus Status { get; set; } = SessionStatus.Running;

    /// <summary>Why it ends in ERROR, where its strategies failed.</summary>
    public string? Failure { get; set; }

    /// <summary>Orders that are not final, in the order in which they were accepted.</summary>
    public IReadOnlyList<WorkingOrder> Working => _working;

    public bool MayOpen => Status == SessionStatus.Running;

    /// <summary>Whether it still trades or waits to.</summary>
    public bool IsLive => Status is SessionStatus.Running or SessionStatus.Paused or SessionStatus.Stopping;

    public bool IsFlat => _held.Count == 0 && _working.Count == 0;

    /// <summary>Instruments with a position, and those in which an order in flight is about to open one.</summary>
    public int OpenOrOpening
    {
        get
        {
            var count = _held.Count;
            for (var i = 0; i < _working.Count; i++)
            {
                var order = _working[i];
                if (!order.IsReduceOnly && !_held.ContainsKey(order.InstrumentIndex) && FirstEntryOn(order.InstrumentIndex) == order)
                    count++;
            }

            return count;
        }
    }

    public HeldPosition? HeldOn(int instrument) => _held.GetValueOrDefault(instrument);
    public void Hold(HeldPosition position) => _held[position.InstrumentIndex] = position;
    public void LetGo(int instrument) => _held.Remove(instrument);
    public void Add(WorkingOrder order) => _working.Add(order);

    /// <summary>Forgets an order that came to its end; what it was closing waits for another one.</summary>
    public void Remove(WorkingOrder order)
    {
        _working.Remove(order);
        if (HeldOn(order.InstrumentIndex) is { } held && held.ClosingOrder == order)
            held.ClosingOrder = null;
    }

    /// <summary>The oldest working order that opens or adds in an instrument.</summary>
    public WorkingOrder? FirstEntryOn(int instrument)
    {
        foreach (var order in _working)
        {
            if (!order.IsReduceOnly && order.InstrumentIndex == instrument)
                return order;
        }

        return null;
    }

    public BalanceSnapshot Balance() => new(
        Ledger.Asset, Ledger.Wallet, Ledger.Available, Ledger.Margin, Ledger.Reserved, Ledger.UnrealizedPnl,
        Ledger.Realized, Ledger.Fees, Ledger.Funding);
}
