using Draizer.Domain.Identity;
using Draizer.Domain.Markets;
using Draizer.Domain.Money;

namespace Draizer.Trading.Ledger;

/// <summary>A fill, and the terms under which the ledger has to book it.</summary>
public readonly record struct FillRequest
{
    public required int Instrument { get; init; }
    public required Side Side { get; init; }
    public required decimal Quantity { get; init; }
    public required decimal Price { get; init; }

    /// <summary>Of what the fill opens or adds; what it reduces does not look at it.</summary>
    public required int Leverage { get; init; }

    public required decimal FeeRate { get; init; }

    /// <summary>A fee for each part of the fill (what it closes, what it opens) in place of the rate.</summary>
    public decimal? FlatFee { get; init; }

    public required decimal MaintenanceRate { get; init; }

    /// <summary>The step of quantities. A fill is taken or refused whole, so nothing is rounded to it here.</summary>
    public decimal LotSize { get; init; }

    /// <summary>The order whose reservation the real costs replace.</summary>
    public EntityId? ReservedBy { get; init; }

    /// <summary>Cut to the position, so that it never opens.</summary>
    public bool ReduceOnly { get; init; }

    public long TimeUs { get; init; }

    /// <summary>Margin and fee if all of it opened: what to reserve for an order when the price is the worst it accepts.</summary>
    public decimal CostToOpen()
    {
        var addition = Addition.Of(Quantity, this);
        return addition.Margin + addition.Fee;
    }

    internal decimal FeeOf(decimal quantity) =>
        FlatFee is { } fee ? Exact.Round(fee) : ExactArithmetic.RoundedProduct(quantity, Price, FeeRate);
}
