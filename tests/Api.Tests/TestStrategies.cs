namespace Draizer.Api.Tests;

/// <summary>Strategies made for a test.</summary>
internal static class TestStrategies
{
    /// <summary>Enters at once and has no reason to leave.</summary>
    public const string Eager = """
        {"strategy_name":"eager","enabled":true,"direction":"LONG",
         "global_limits":{"base_position_pct":0.10,"max_position_size_usd":500,"leverage":2,"max_leverage":3,"stop_loss_pct":50,"take_profit_pct":90,
           "signal_timeout_s":300,"max_hold_s":3600,"close_timeout_s":5,"cooldown_after_cancel_s":300,"cooldown_after_emergency_s":300,"cooldown_after_exit_s":3600},
         "signal_detection":{"conditions":[{"condition_type":"spread_pct","operator":"<=","value":50}]},
         "signal_cancellation":{"conditions":[{"condition_type":"spread_pct","operator":">=","value":90}]},
         "entry_conditions":{"conditions":[{"condition_type":"spread_pct","operator":"<=","value":50}]},
         "close_order_detection":{"conditions":[{"condition_type":"unrealized_pnl_pct","operator":">=","value":80}]},
         "emergency_exit":{"conditions":[{"condition_type":"unrealized_pnl_pct","operator":"<=","value":-80}]}}
        """;
}
