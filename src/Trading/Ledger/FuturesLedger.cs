using Draizer.Domain.Identity;
using Draizer.Domain.Markets;
using Draizer.Domain.Money;
using Draizer.Domain.Positions;

namespace Draizer.Trading.Ledger;

/// <summary>The futures account of a session in one quote asset: isolated margin, one net position per instrument, exact money.</summary>
/// <remarks>Owned by one thread. Refusals are results and change nothing; a broken equation throws.</remarks>
public sealed class FuturesLedger
{
    private readonly Journal _journal = new();
    private readonly PositionBook _positions = new();
    private readonly OrderReservations _reservations = new();
    private readonly TripTally _trips = new();

    public FuturesLedger(string asset, decimal initialBalance)
    {
        Asset = asset;
        Deposit(initialBalance);
    }

    public string Asset { get; }

    /// <summary>Always available, margin and reserved together: deposits + realized - fees - funding.</summary>
    public decimal Wallet => _journal.Wallet;

    public decimal Available => _journal[LedgerAccount.Available];
    public decimal Margin => _journal[LedgerAccount.Margin];
    public decimal Reserved => _journal[LedgerAccount.Reserved];

    /// <summary>The initial balance and what was added to it.</summary>
    public decimal Deposits => _journal.Received(PostingReason.Deposit);

    public decimal Realized => _journal.Received(PostingReason.Fill) + _journal.Received(PostingReason.Liquidation);
    public decimal Fees => -_journal.Received(PostingReason.Fee);

    /// <summary>Funding paid; negative when received.</summary>
    public decimal Funding => -_journal.Received(PostingReason.Funding);

    /// <summary>Over all positions, at their last marks.</summary>
    public decimal UnrealizedPnl => _positions.UnrealizedPnl;

    public decimal Equity => Wallet + UnrealizedPnl;

    public int RoundTrips => _trips.Count;
    public int Wins => _trips.Wins;
    public int Losses => _trips.Losses;

    /// <summary>In the order in which they were opened.</summary>
    public IReadOnlyList<LedgerPosition> OpenPositions => _positions.Open;

    /// <summary>The postings of the last operation; empty when it was refused or moved nothing. Valid until the next one.</summary>
    public ReadOnlySpan<Posting> LastPostings => _journal.Operation;

    public LedgerPosition? PositionOf(int instrument) => _positions.Find(instrument);

    public void Deposit(decimal amount)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(amount);

        _journal.Begin();
        _journal.Move(LedgerAccount.Outside, LedgerAccount.Available, Exact.Round(amount), PostingReason.Deposit);
        Verify();
    }

    /// <summary>Holds an amount back for an order, once per order; false when that much is not available.</summary>
    public bool TryReserve(EntityId orderId, decimal amount)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(amount);

        _journal.Begin();
        amount = Exact.Round(amount);
        if (amount > Available)
            return false;

        _reservations.Add(orderId, amount);
        _journal.Move(LedgerAccount.Available, LedgerAccount.Reserved, amount, PostingReason.OrderReservation);
        Verify();
        return true;
    }

    /// <summary>Gives back what was held for an order, if anything.</summary>
    public void ReleaseReservation(EntityId orderId)
    {
        _journal.Begin();
        Release(orderId);
        Verify();
    }

    /// <summary>
    /// Books a fill, whole or not at all. A refused fill leaves the order's reservation; a booked one has used it up. The position keeps
    /// its mark, a new one starts at the price: call <see cref="Mark"/> after it where a newer mark is known.
    /// </summary>
    public FillResult Fill(in FillRequest request)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(request.Quantity);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(request.Price);

        _journal.Begin();
        var side = request.Side == Side.Buy ? PositionSide.Long : PositionSide.Short;
        var position = _positions.Find(request.Instrument);
        var opposing = position is not null && position.Side != side ? position : null;
        if (request.ReduceOnly && opposing is null)
            return FillResult.Refused(FillStatus.NothingToReduce);

        var reducing = opposing is null ? 0m : Math.Min(request.Quantity, opposing.Quantity);
        var adding = request.ReduceOnly ? 0m : request.Quantity - reducing;

        // Both parts are worked out before anything is posted, so that a refusal leaves no trace.
        var available = Available + _reservations.Of(request.ReservedBy);
        var reduction = opposing is null ? default : Reduction.Of(opposing, reducing, request, available);
        var addition = adding == 0 ? default : Addition.Of(adding, request);
        if (adding > 0 && addition.Margin + addition.Fee > available + reduction.Freed)
            return FillResult.Refused(FillStatus.InsufficientMargin);

        Release(request.ReservedBy);
        var closed = opposing is null ? null : Reduce(opposing, reduction, request);
        if (adding > 0)
            Add(opposing is null ? position : null, side, addition, request);

        Verify();
        return new FillResult(
            FillStatus.Filled, reducing + adding, reducing, reduction.Fee + addition.Fee, opposing is null ? null : reduction.Realized,
            EffectOf(position, opposing, closed, adding), closed);
    }

    /// <summary>Prices a position anew, and liquidates it when its margin no longer carries it.</summary>
    /// <param name="timeUs">Ends a liquidated trip; without it the trip ends at its last fill.</param>
    public MarkResult Mark(int instrument, decimal price, long? timeUs = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(price);

        _journal.Begin();
        var position = _positions.Find(instrument);
        if (position is null)
            return new MarkResult(MarkStatus.None);

        position.MarkTo(price);
        return position.MustBeLiquidated ? Liquidate(position, timeUs) : new MarkResult(MarkStatus.Open);
    }

    /// <summary>
    /// Settles funding: longs pay when the rate is positive, from the available balance, then from the margin. It also marks, but leaves
    /// liquidation to the next <see cref="Mark"/>, which should follow at once.
    /// </summary>
    public FundingResult ApplyFunding(int instrument, decimal rate, decimal mark)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(mark);

        _journal.Begin();
        var position = _positions.Find(instrument);
        if (position is null)
            return default;

        position.MarkTo(mark);
        var due = position.Side.Sign() * ExactArithmetic.RoundedProduct(position.Quantity, mark, rate);
        var fromAvailable = Math.Min(due, Available);
        var fromMargin = Math.Min(due - fromAvailable, position.Margin);
        var payment = fromAvailable + fromMargin;

        _journal.Move(LedgerAccount.Available, LedgerAccount.Outside, fromAvailable, PostingReason.Funding);
        _journal.Move(LedgerAccount.Margin, LedgerAccount.Outside, fromMargin, PostingReason.Funding);
        position.PayFunding(payment, fromMargin);
        Verify();
        return new FundingResult(HadPosition: true, payment, fromMargin, Forgiven: due - payment);
    }

    /// <summary>Strengthens a position from the available balance; false when there is none or not that much.</summary>
    public bool TryAddMargin(int instrument, decimal amount)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(amount);

        _journal.Begin();
        amount = Exact.Round(amount);
        var position = _positions.Find(instrument);
        if (position is null || amount > Available)
            return false;

        _journal.Move(LedgerAccount.Available, LedgerAccount.Margin, amount, PostingReason.MarginAddition);
        position.AddMargin(amount);
        Verify();
        return true;
    }

    private static PositionEffect EffectOf(LedgerPosition? before, LedgerPosition? opposing, ClosedTrip? closed, decimal added) =>
        (before, opposing, closed) switch
        {
            (null, _, _) => PositionEffect.Opened,
            (_, null, _) => PositionEffect.Added,
            (_, _, null) => PositionEffect.Reduced,
            _ => added > 0 ? PositionEffect.Flipped : PositionEffect.Closed,
        };

    private ClosedTrip? Reduce(LedgerPosition position, in Reduction reduction, in FillRequest request)
    {
        _journal.Move(LedgerAccount.Margin, LedgerAccount.Available, reduction.Margin, PostingReason.MarginRelease);
        _journal.Move(LedgerAccount.Outside, LedgerAccount.Available, reduction.Realized, PostingReason.Fill);
        _journal.Move(LedgerAccount.Available, LedgerAccount.Outside, reduction.Fee, PostingReason.Fee);
        position.Reduce(reduction, request.TimeUs);
        return position.Quantity == 0 ? Close(position, request.TimeUs, isLiquidation: false) : null;
    }

    private void Add(LedgerPosition? position, PositionSide side, in Addition addition, in FillRequest request)
    {
        if (position is null)
        {
            position = new LedgerPosition(request.Instrument, side, request.Price, request.TimeUs);
            _positions.Add(position);
        }

        _journal.Move(LedgerAccount.Available, LedgerAccount.Margin, addition.Margin, PostingReason.MarginReserve);
        _journal.Move(LedgerAccount.Available, LedgerAccount.Outside, addition.Fee, PostingReason.Fee);
        position.Add(addition, request);
    }

    private MarkResult Liquidate(LedgerPosition position, long? timeUs)
    {
        var lost = position.Liquidate().Margin;
        _journal.Move(LedgerAccount.Margin, LedgerAccount.Outside, lost, PostingReason.Liquidation);
        var closed = Close(position, timeUs, isLiquidation: true);
        Verify();
        return new MarkResult(MarkStatus.Liquidated, lost, closed);
    }

    private ClosedTrip Close(LedgerPosition position, long? timeUs, bool isLiquidation)
    {
        var trip = position.Close(timeUs, isLiquidation);
        _positions.Remove(position);
        _trips.Add(trip);
        return trip;
    }

    private void Release(EntityId? orderId) =>
        _journal.Move(LedgerAccount.Reserved, LedgerAccount.Available, _reservations.Remove(orderId), PostingReason.OrderRelease);

    private void Verify()
    {
        _journal.Verify();
        Require(Deposits + Realized - Fees - Funding, Wallet, "deposits, realized, fees and funding against the wallet");
        Require(_positions.Margin(), Margin, "margins of positions against the account");
        Require(_reservations.Total(), Reserved, "reservations of orders against the account");

        var open = _positions.Totals();
        var trips = _trips.Totals.Plus(open.Realized, open.Fees, open.Funding);
        Require(trips, new TripTotals(Realized, Fees, Funding), "round trips, closed and open, against the ledger");
    }

    private static void Require<T>(T found, T expected, string what)
        where T : IEquatable<T>
    {
        if (!found.Equals(expected))
            throw new LedgerCorruptedException($"Unequal: {what}: {found}, {expected}.");
    }
}
