namespace Draizer.Trading.Execution.Orders;

/// <summary>Why an order was cancelled, where it was not refused.</summary>
public static class OrderEnd
{
    /// <summary>Another order closes the position in its stead.</summary>
    public const string Replaced = "replaced";

    public const string Liquidated = "liquidated";

    /// <summary>The position it should have reduced is gone.</summary>
    public const string PositionClosed = "position_closed";
}
