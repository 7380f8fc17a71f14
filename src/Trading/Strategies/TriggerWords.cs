using Draizer.Domain.Positions;

namespace Draizer.Trading.Strategies;

/// <summary>The words for why a machine took a step. Stable: clients match on them.</summary>
public static class TriggerWords
{
    public const string SessionRunning = "session_running";
    public const string SessionStop = "session_stop";
    public const string SessionNotRunning = "session_not_running";
    public const string SignalTimeout = "signal_timeout";
    public const string Refused = "refused";
    public const string Filled = "filled";
    public const string MaxHold = "max_hold";
    public const string CloseTimeout = "close_timeout";
    public const string ExitRejected = "exit_rejected";
    public const string Flat = "flat";
    public const string CooldownOver = "cooldown_over";

    /// <summary>Reasons of blocked signals.</summary>
    public const string Locked = "locked";
    public const string NoSlot = "no_slot";
    public const string NoDirection = "no_direction";

    /// <summary>How a position ended that the strategy did not close itself; <see cref="Flat"/> when it did.</summary>
    public static string OfUnasked(CloseReason reason) => reason switch
    {
        CloseReason.Liquidated => "liquidated",
        CloseReason.StopLoss => "stop_loss",
        CloseReason.TakeProfit => "take_profit",
        CloseReason.Manual => "manual",
        CloseReason.Flipped => "flipped",
        _ => Flat,
    };
}
