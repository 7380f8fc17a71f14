using Draizer.Domain.Positions;

namespace Draizer.Trading.Ledger;

/// <summary>The part of a fill that opens a position or adds to it.</summary>
internal readonly record struct Addition(decimal Quantity, decimal Cost, decimal Margin, decimal Fee)
{
    public static Addition Of(decimal quantity, in FillRequest request)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(request.Leverage, 1);

        var cost = ExactArithmetic.RoundedProduct(quantity, request.Price);
        return new Addition(quantity, cost, ExactArithmetic.RoundedQuotient(cost, request.Leverage), request.FeeOf(quantity));
    }
}

/// <summary>The part of a fill that takes from a position.</summary>
/// <param name="Value">The quantity at the price it left at.</param>
internal readonly record struct Reduction(decimal Quantity, decimal Value, decimal Cost, decimal Margin, decimal Realized, decimal Fee)
{
    /// <summary>What it adds to the available balance.</summary>
    public decimal Freed => Margin + Realized - Fee;

    /// <param name="available">The available balance before it, on which the fee may draw.</param>
    public static Reduction Of(LedgerPosition position, decimal quantity, in FillRequest request, decimal available)
    {
        var cost = ExactArithmetic.RoundedShare(position.Cost, quantity, position.Quantity);
        var margin = ExactArithmetic.RoundedShare(position.Margin, quantity, position.Quantity);
        var value = ExactArithmetic.RoundedProduct(quantity, request.Price);

        // Isolated margin: a loss takes what secured this part and nothing beyond, and a fee cannot take what is not there.
        var realized = Math.Max(position.Side.Sign() * (value - cost), -margin);
        var fee = Math.Min(request.FeeOf(quantity), available + margin + realized);
        return new Reduction(quantity, value, cost, margin, realized, fee);
    }
}
