using Draizer.Domain.Indicators;

namespace Draizer.Trading.Strategies;

/// <summary>Indicators that only the strategy stage can know, because they look at its position or signal.</summary>
internal enum PositionIndicator : byte
{
    None,
    UnrealizedPnlPct,
    PositionAge,
    SignalAge,
}

internal static class PositionIndicatorNames
{
    public static PositionIndicator PositionBased(this IndicatorSpec spec) => spec.Name switch
    {
        "unrealized_pnl_pct" => PositionIndicator.UnrealizedPnlPct,
        "position_age_seconds" => PositionIndicator.PositionAge,
        "signal_age_seconds" => PositionIndicator.SignalAge,
        _ => PositionIndicator.None,
    };
}
