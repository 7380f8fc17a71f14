namespace Draizer.Trading.Ledger;

/// <summary>Sums over round trips.</summary>
internal readonly record struct TripTotals(decimal Realized, decimal Fees, decimal Funding)
{
    public TripTotals Plus(decimal realized, decimal fees, decimal funding) =>
        new(Realized + realized, Fees + fees, Funding + funding);
}

/// <summary>What the round trips that are over came to.</summary>
internal sealed class TripTally
{
    public int Count { get; private set; }
    public int Wins { get; private set; }
    public int Losses { get; private set; }
    public TripTotals Totals { get; private set; }

    public void Add(ClosedTrip trip)
    {
        Count++;
        Totals = Totals.Plus(trip.Realized, trip.Fees, trip.Funding);
        if (trip.NetPnl > 0)
            Wins++;
        else if (trip.NetPnl < 0)
            Losses++;
    }
}
