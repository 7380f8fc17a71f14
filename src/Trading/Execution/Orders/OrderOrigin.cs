namespace Draizer.Trading.Execution.Orders;

/// <summary>Why an order was sent, where no section of a strategy asked for it.</summary>
public static class OrderOrigin
{
    public const string StopLoss = "stop_loss";
    public const string TakeProfit = "take_profit";
    public const string Manual = "manual";
    public const string SessionStop = "session_stop";
}
