using Draizer.Domain.Identity;
using Draizer.Domain.Orders;
using Draizer.Domain.Outputs;
using Draizer.Domain.Positions;
using Draizer.Domain.Sessions;
using Draizer.Domain.Signals;
using Draizer.Domain.Strategies;

namespace Draizer.Simulation.Tests;

/// <summary>
/// Follows the outputs of one session and says what breaks the rules of money, slots and locks. It knows only what was published.
/// </summary>
internal sealed class TradingRules(string sessionId, decimal initialBalance, int slots)
{
    private readonly Dictionary<EntityId, PositionSnapshot> _open = [];
    private readonly HashSet<(string Instrument, string Strategy)> _locked = [];
    private readonly Dictionary<EntityId, OrderSnapshot> _orders = [];
    private BalanceSnapshot? _balance;
    private decimal _netOfClosed;
    private long _sequence = -1;

    public List<string> Faults { get; } = [];
    public int Entries { get; private set; }
    public List<RoundTrip> RoundTrips { get; } = [];
    public HashSet<Section> Sections { get; } = [];
    public SessionStatus Status { get; private set; } = SessionStatus.Starting;
    public IReadOnlyCollection<PositionSnapshot> OpenPositions => _open.Values;
    public IEnumerable<OrderSnapshot> WorkingOrders => _orders.Values.Where(order => !order.Status.IsFinal());
    public bool HasReserved => _balance is { Reserved: not 0 };
    public int SlotsTaken => _locked.Count;

    public void See(Output output)
    {
        if (output.SessionId != sessionId)
            return;

        // The money adds up between inputs; within one it is told piece by piece.
        if (output.Stamp.Sequence != _sequence)
            CheckMoney();
        _sequence = output.Stamp.Sequence;
        Follow(output);
    }

    public void End() => CheckMoney();

    private void Follow(Output output)
    {
        switch (output)
        {
            case SessionStatusChanged changed:
                Status = changed.Status;
                break;
            case BalanceChanged changed:
                Balance(changed.Balance);
                break;
            case EquitySampled sampled:
                Balance(sampled.Balance);
                break;
            case SignalChanged changed:
                Sections.Add(changed.Signal.Section);
                break;
            case StrategyTransitioned step:
                FollowLock(step);
                break;
            case OrderChanged changed:
                FollowOrder(changed.Order);
                break;
            case PositionChanged changed:
                FollowPosition(changed);
                break;
            case RoundTripClosed closed:
                RoundTrips.Add(closed.RoundTrip);
                _netOfClosed += closed.RoundTrip.NetPnl;
                break;
            case AlertRaised { Severity: AlertSeverity.Critical, Code: not "liquidated" } alert:
                Fault($"alert {alert.Code}: {alert.Message}");
                break;
        }
    }

    private void Balance(BalanceSnapshot balance)
    {
        _balance = balance;
        Demand(balance.Available + balance.Margin + balance.Reserved == balance.Wallet, $"the parts are not the wallet: {balance}");
        Demand(
            balance.Wallet == initialBalance + balance.RealizedPnl - balance.Fees - balance.Funding,
            $"the wallet has another story: {balance}");
        Demand(balance is { Available: >= 0, Margin: >= 0, Reserved: >= 0 }, $"something is below zero: {balance}");
    }

    private void CheckMoney()
    {
        if (_balance is null)
            return;

        var ofOpen = _open.Values.Sum(position => position.RealizedPnl - position.Fees - position.FundingAccrued);
        Demand(
            _netOfClosed + ofOpen == _balance.Wallet - initialBalance,
            $"trades made {_netOfClosed + ofOpen}, the wallet {_balance.Wallet - initialBalance}");
        Demand(_open.Values.Sum(position => position.Margin) == _balance.Margin, "the margin is not that of the open positions");
    }

    private void FollowLock(StrategyTransitioned step)
    {
        var holder = (step.Instrument.ToString(), step.Strategy);
        if (step is { From: StrategyState.Monitoring, To: StrategyState.SignalDetected })
        {
            Demand(_locked.All(other => other.Instrument != holder.Item1), $"{holder} took an instrument that was locked");
            _locked.Add(holder);
            Demand(_locked.Count <= slots, $"{_locked.Count} of {slots} slots are taken");
        }
        else if (step.To is StrategyState.SignalCancelled or StrategyState.Exited)
        {
            Demand(_locked.Remove(holder), $"{holder} gave back what it had not");
        }
    }

    private void FollowOrder(OrderSnapshot order)
    {
        Demand(!_orders.TryGetValue(order.OrderId, out var before) || !before.Status.IsFinal(), $"{order.OrderId} changed after its end");
        Demand(order.FilledQuantity <= order.Quantity, $"{order.OrderId} was overfilled");
        _orders[order.OrderId] = order;
    }

    private void FollowPosition(PositionChanged changed)
    {
        var position = changed.Position;
        switch (changed.Change)
        {
            case PositionChange.Opened:
                Entries++;
                Demand(
                    _locked.Contains((position.Instrument.ToString(), position.Strategy!)),
                    $"{position.PositionId} was opened without a lock");
                Demand(_open.Values.All(other => other.Instrument != position.Instrument), $"{position.Instrument} is held twice");
                _open.Add(position.PositionId, position);
                break;
            case PositionChange.Updated:
                Demand(_open.ContainsKey(position.PositionId), $"{position.PositionId} changed while closed");
                _open[position.PositionId] = position;
                break;
            case PositionChange.Closed:
                Demand(_open.Remove(position.PositionId), $"{position.PositionId} was closed twice");
                break;
        }
    }

    private void Demand(bool isSo, string otherwise)
    {
        if (!isSo)
            Fault(otherwise);
    }

    private void Fault(string what) => Faults.Add($"at {_sequence}: {what}");
}
