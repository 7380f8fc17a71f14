using Draizer.Domain.Identity;
using Draizer.Domain.Markets;
using Draizer.Domain.Orders;
using Draizer.Domain.Outputs;
using Draizer.Domain.Positions;
using Draizer.Grains.Hosting;
using Draizer.Trading.Ports;

namespace Draizer.Grains.Portfolios;

/// <summary>A session's money, positions, orders and trades as the core told of them. Mutable; owned by one grain.</summary>
internal sealed class Portfolio
{
    private const int OrdersShown = 50;

    private readonly List<PositionSnapshot> _open = [];
    private readonly Recent<OrderSnapshot> _orders =
        new(OrdersShown, o => o.OrderId, o => o.CreatedUs, o => o.Status.IsFinal());

    private int _openPositionsBefore;

    public Portfolio(SessionHostOptions options)
    {
        Balance = new BalanceSnapshot(options.AccountAsset, 0, 0, 0, 0, 0, 0, 0, 0);
        Trips = new RecentHistory<RoundTrip>(options.RoundTripsInMemory, trip => trip.ClosedUs);
        Equity = new RecentHistory<EquityPoint>(options.EquitySamplesInMemory, point => point.TimeUs);
    }

    public BalanceSnapshot Balance { get; private set; }
    public decimal PeakEquity { get; private set; }
    public decimal MaxDrawdownPct { get; private set; }
    public int Trades { get; private set; }
    public int Wins { get; private set; }
    public int Losses { get; private set; }
    public int OrderCount => _orders.Count;
    public int OpenPositionCount => _openPositionsBefore + _open.Count;
    public RecentHistory<RoundTrip> Trips { get; }
    public RecentHistory<EquityPoint> Equity { get; }

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<PositionSnapshot> OpenPositions() => [.. _open];

    /// <summary>Newest first.</summary>
    public IReadOnlyList<OrderSnapshot> Orders() => _orders.Snapshot();

    public PositionSnapshot? Held(string strategy, Instrument instrument)
    {
        foreach (var position in _open)
        {
            if (position.Strategy == strategy && position.Instrument == instrument)
                return position;
        }

        return null;
    }

    /// <summary>Begins with a balance and nothing else.</summary>
    public void Open(BalanceSnapshot balance)
    {
        Balance = balance;
        PeakEquity = balance.Equity;
    }

    /// <summary>Takes over the numbers of a session from before this process; what made them is in the database.</summary>
    public void Restore(SessionRecord record)
    {
        Balance = record.Balance;
        PeakEquity = record.PeakEquity;
        MaxDrawdownPct = record.MaxDrawdownPct;
        (Trades, Wins, Losses) = (record.Trades, record.Wins, record.Losses);
        _orders.Restore(record.Orders);
        _openPositionsBefore = record.OpenPositions;
        Trips.MarkIncomplete();
        Equity.MarkIncomplete();
    }

    /// <summary>True when the order was not known before.</summary>
    public bool Apply(OrderChanged change) => _orders.Put(change.Order);

    public void Apply(PositionChanged change)
    {
        var at = IndexOf(change.Position.PositionId);
        if (change.Change == PositionChange.Closed || !change.Position.IsOpen)
        {
            if (at >= 0)
                _open.RemoveAt(at);
        }
        else if (at >= 0)
        {
            _open[at] = change.Position;
        }
        else
        {
            _open.Add(change.Position);
        }

        Value();
    }

    /// <summary>False when the position is not open, or no longer: a mark does not bring one back.</summary>
    public bool Apply(PositionMarked mark)
    {
        var at = IndexOf(mark.Position.PositionId);
        if (at < 0)
            return false;

        _open[at] = mark.Position;
        Value();
        return true;
    }

    public void Apply(BalanceChanged change)
    {
        Balance = change.Balance;
        Value();
    }

    public void Apply(RoundTripClosed closed)
    {
        Trips.Add(closed.RoundTrip);
        Trades++;
        if (closed.RoundTrip.NetPnl > 0)
            Wins++;
        else if (closed.RoundTrip.NetPnl < 0)
            Losses++;
    }

    public void Apply(EquitySampled sample)
    {
        var equity = sample.Balance.Equity;
        Equity.Add(new EquityPoint(sample.Stamp.TimeUs, equity));
        PeakEquity = Math.Max(PeakEquity, equity);
        if (PeakEquity > 0)
            MaxDrawdownPct = Math.Max(MaxDrawdownPct, 100m * (PeakEquity - equity) / PeakEquity);
    }

    // The positions' own figures, so that the sum on the screen is the sum of what is on the screen.
    private void Value()
    {
        var unrealized = 0m;
        foreach (var position in _open)
            unrealized += position.UnrealizedPnl;
        if (unrealized != Balance.UnrealizedPnl)
            Balance = Balance with { UnrealizedPnl = unrealized };
    }

    private int IndexOf(EntityId positionId) => _open.FindIndex(p => p.PositionId == positionId);
}
