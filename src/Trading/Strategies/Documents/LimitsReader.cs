using Draizer.Domain.Money;
using Draizer.Domain.Strategies;
using Draizer.Trading.Documents;

namespace Draizer.Trading.Strategies.Documents;

/// <summary>Reads sizes, leverage, stops and waiting times.</summary>
internal static class LimitsReader
{
    private const int HighestLeverage = 200;
    private const double MostUsd = 1e12;
    private const double MostPercent = 1e6;

    // Ten years: longer than any position, and far from where times overflow.
    private const double LongestSeconds = 315_360_000;

    public static StrategyLimits Read(DocumentNode? node)
    {
        var standard = new StrategyLimits();
        if (node?.AsObject() is not { } limits)
            return standard;

        var maxLeverage = limits.Optional("max_leverage")?.AsWhole(1, HighestLeverage);
        var maxPositionSize = limits.Optional("max_position_size_usd")?.AsPositive(MostUsd);
        var result = new StrategyLimits
        {
            BasePositionPct = limits.Optional("base_position_pct")?.AsPositive(1) ?? standard.BasePositionPct,
            MaxPositionSizeUsd = maxPositionSize is { } usd ? Exact.FromDouble(usd) : null,
            Leverage = limits.Optional("leverage")?.AsWhole(1, HighestLeverage) ?? standard.Leverage,
            MaxLeverage = maxLeverage,
            StopLossPct = limits.Optional("stop_loss_pct")?.AsPositive(MostPercent),
            TakeProfitPct = limits.Optional("take_profit_pct")?.AsPositive(MostPercent),
            SignalTimeoutSeconds = Seconds(limits, "signal_timeout_s") ?? standard.SignalTimeoutSeconds,
            MaxHoldSeconds = Seconds(limits, "max_hold_s"),
            CloseTimeoutSeconds = Seconds(limits, "close_timeout_s") ?? standard.CloseTimeoutSeconds,
            CooldownAfterCancelSeconds = Seconds(limits, "cooldown_after_cancel_s") ?? standard.CooldownAfterCancelSeconds,
            CooldownAfterEmergencySeconds = Seconds(limits, "cooldown_after_emergency_s") ?? standard.CooldownAfterEmergencySeconds,
            CooldownAfterExitSeconds = Seconds(limits, "cooldown_after_exit_s") ?? standard.CooldownAfterExitSeconds,
            Fade = limits.Optional("fade")?.AsBoolean() ?? standard.Fade,
        };

        if (result.Leverage > maxLeverage)
            limits.Fault("leverage", DocumentFault.OutOfRange, $"Must not be above max_leverage, which is {maxLeverage}.");

        limits.RefuseTheRest();
        return result;
    }

    private static double? Seconds(DocumentObject limits, string name) => limits.Optional(name)?.AsNumber(0, LongestSeconds);
}
