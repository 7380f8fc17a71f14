namespace Draizer.Trading.Ledger;

/// <summary>Open positions by instrument, listed in the order in which they were opened.</summary>
internal sealed class PositionBook
{
    private readonly Dictionary<int, LedgerPosition> _byInstrument = [];
    private readonly List<LedgerPosition> _open = [];

    public IReadOnlyList<LedgerPosition> Open => _open;

    public decimal UnrealizedPnl
    {
        get
        {
            var sum = 0m;
            foreach (var position in _open)
                sum += position.UnrealizedPnl;
            return sum;
        }
    }

    public LedgerPosition? Find(int instrument) => _byInstrument.GetValueOrDefault(instrument);

    public void Add(LedgerPosition position)
    {
        _byInstrument.Add(position.Instrument, position);
        _open.Add(position);
    }

    public void Remove(LedgerPosition position)
    {
        _byInstrument.Remove(position.Instrument);
        _open.Remove(position);
    }

    public TripTotals Totals()
    {
        var totals = default(TripTotals);
        foreach (var position in _open)
            totals = totals.Plus(position.Realized, position.Fees, position.FundingAccrued);
        return totals;
    }

    public decimal Margin()
    {
        var sum = 0m;
        foreach (var position in _open)
            sum += position.Margin;
        return sum;
    }
}
