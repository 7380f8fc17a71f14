using Draizer.Domain.Positions;

namespace Draizer.Trading.Ledger;

/// <summary>
/// An open position as the ledger keeps it: a live view that follows each operation until the position is flat, when
/// its ratios become 0. After a flip the rest is another position.
/// </summary>
public sealed class LedgerPosition
{
    private readonly decimal _sign;
    private decimal _maintenanceRate;
    private decimal _enteredQuantity;
    private decimal _enteredCost;
    private decimal _leftQuantity;
    private decimal _leftValue;
    private long _lastFillUs;

    internal LedgerPosition(int instrument, PositionSide side, decimal price, long timeUs)
    {
        Instrument = instrument;
        Side = side;
        Mark = price;
        OpenedUs = timeUs;
        _sign = side.Sign();
    }

    public int Instrument { get; }
    public PositionSide Side { get; }
    public decimal Quantity { get; private set; }
    public decimal Cost { get; private set; }
    public decimal Margin { get; private set; }

    /// <summary>The last mark; the price of the opening fill before the first one.</summary>
    public decimal Mark { get; private set; }

    /// <summary>Of this trip so far, as are <see cref="Fees"/> and <see cref="FundingAccrued"/>.</summary>
    public decimal Realized { get; private set; }

    public decimal Fees { get; private set; }

    /// <summary>Funding paid; negative when received.</summary>
    public decimal FundingAccrued { get; private set; }

    public long OpenedUs { get; }
    public decimal MaxQuantity { get; private set; }

    public decimal EntryPrice => Quantity == 0 ? 0 : Cost / Quantity;

    /// <summary>As it came out of all additions; 0 when no margin is left.</summary>
    public decimal Leverage => Margin == 0 ? 0 : Cost / Margin;

    public decimal UnrealizedPnl => _sign * ((Quantity * Mark) - Cost);

    /// <summary>Of the margin; null when that is 0.</summary>
    public decimal? UnrealizedPnlPct => Margin == 0 ? null : 100m * UnrealizedPnl / Margin;

    /// <summary>The mark at which the margin is lost; 0 when no price can do that.</summary>
    public decimal LiquidationPrice =>
        Quantity == 0 ? 0 : Math.Max(0m, CostLessMargin / (Quantity * OneLessMaintenance));

    /// <summary>How much of the way from entry to liquidation is left, 0 to 100.</summary>
    public decimal MarginRatioPct
    {
        get
        {
            var liquidation = LiquidationPrice;
            var way = _sign * (EntryPrice - liquidation);

            // Funding can eat so much margin that liquidation lies on the winning side of the entry: nothing of the way is left.
            return way <= 0 ? 0m : Math.Clamp(100m * _sign * (Mark - liquidation) / way, 0m, 100m);
        }
    }

    /// <summary>
    /// Margin and unrealized profit no longer exceed the maintenance margin. Written as the liquidation price is, free of its division:
    /// a long's <c>q·mark·(1-m) &lt;= C - M</c>, a short's <c>q·mark·(1+m) &gt;= C + M</c>.
    /// </summary>
    internal bool MustBeLiquidated =>
        _sign * ExactArithmetic.CompareProduct(Quantity, Mark, OneLessMaintenance, CostLessMargin) <= 0;

    private decimal CostLessMargin => Cost - (_sign * Margin);
    private decimal OneLessMaintenance => 1m - (_sign * _maintenanceRate);

    internal void MarkTo(decimal price) => Mark = price;

    internal void Add(in Addition addition, in FillRequest request)
    {
        Quantity += addition.Quantity;
        Cost += addition.Cost;
        Margin += addition.Margin;
        Fees += addition.Fee;
        MaxQuantity = Math.Max(MaxQuantity, Quantity);
        _maintenanceRate = request.MaintenanceRate;
        _enteredQuantity += addition.Quantity;
        _enteredCost += addition.Cost;
        _lastFillUs = request.TimeUs;
    }

    internal void Reduce(in Reduction reduction, long timeUs)
    {
        Take(reduction);
        _lastFillUs = timeUs;
    }

    /// <summary>All of the position at the mark, for all of its margin.</summary>
    internal Reduction Liquidate()
    {
        var value = ExactArithmetic.RoundedProduct(Quantity, Mark);
        var reduction = new Reduction(Quantity, value, Cost, Margin, Realized: -Margin, Fee: 0);
        Take(reduction);
        return reduction;
    }

    internal void AddMargin(decimal amount) => Margin += amount;

    internal void PayFunding(decimal payment, decimal fromMargin)
    {
        FundingAccrued += payment;
        Margin -= fromMargin;
    }

    internal ClosedTrip Close(long? timeUs, bool isLiquidation) => new()
    {
        Instrument = Instrument,
        Side = Side,
        MaxQuantity = MaxQuantity,
        EntryPrice = _enteredCost / _enteredQuantity,
        ExitPrice = _leftValue / _leftQuantity,
        Realized = Realized,
        Fees = Fees,
        Funding = FundingAccrued,
        OpenedUs = OpenedUs,
        ClosedUs = timeUs ?? _lastFillUs,
        IsLiquidation = isLiquidation,
    };

    private void Take(in Reduction reduction)
    {
        Quantity -= reduction.Quantity;
        Cost -= reduction.Cost;
        Margin -= reduction.Margin;
        Realized += reduction.Realized;
        Fees += reduction.Fee;
        _leftQuantity += reduction.Quantity;
        _leftValue += reduction.Value;
    }
}
