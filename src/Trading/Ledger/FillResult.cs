namespace Draizer.Trading.Ledger;

/// <summary>Whether a fill was booked. All but <see cref="Filled"/> changed nothing.</summary>
public enum FillStatus : byte
{
    Filled,
    InsufficientMargin,
    NothingToReduce,
}

/// <summary>What a fill did to the position in its instrument.</summary>
public enum PositionEffect : byte
{
    None,
    Opened,
    Added,
    Reduced,
    Closed,

    /// <summary>Closed, and opened again on the other side with the rest.</summary>
    Flipped,
}

/// <summary>What became of a fill.</summary>
/// <param name="Quantity">What was filled: less than asked for only when it was cut to the position.</param>
/// <param name="ReducedQuantity">The part of it that reduced a position.</param>
/// <param name="Fee">Of both parts.</param>
/// <param name="Realized">Null when nothing was reduced.</param>
/// <param name="Closed">The round trip that ended, when the position went flat or flipped.</param>
public readonly record struct FillResult(
    FillStatus Status, decimal Quantity, decimal ReducedQuantity, decimal Fee, decimal? Realized, PositionEffect Effect, ClosedTrip? Closed)
{
    internal static FillResult Refused(FillStatus status) => new(status, 0, 0, 0, null, PositionEffect.None, null);
}
