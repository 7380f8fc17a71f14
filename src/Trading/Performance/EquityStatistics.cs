using Draizer.Trading.Ports;

namespace Draizer.Trading.Performance;

/// <summary>What the course of equity says of a session.</summary>
public sealed record EquityStatistics
{
    public required double? Sharpe { get; init; }
    public required double? Sortino { get; init; }
    public required Drawdown? MaxDrawdown { get; init; }

    /// <summary>Compounded; null below one day.</summary>
    public required double? AnnualReturnPct { get; init; }

    /// <summary>Annual return over maximum drawdown; null below one day, or without a drawdown.</summary>
    public required double? Calmar { get; init; }

    public required double? RealisticAprPct { get; init; }

    /// <param name="samples">Oldest first, one per interval.</param>
    /// <param name="intervalSeconds">Core time between samples.</param>
    public static EquityStatistics Of(IReadOnlyList<EquityPoint> samples, double intervalSeconds, decimal initialBalance)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(intervalSeconds);

        var returns = Returns.Between(samples);
        var annualFactor = Returns.AnnualFactor(intervalSeconds);
        var drawdown = Drawdown.Maximum(samples, initialBalance);
        var spanUs = samples.Count == 0 ? 0 : samples[^1].TimeUs - samples[0].TimeUs;
        var final = samples.Count == 0 ? initialBalance : samples[^1].Equity;
        var annualReturn = AnnualReturn.Compounded(initialBalance, final, spanUs);

        return new EquityStatistics
        {
            Sharpe = SharpeRatio.Of(returns, annualFactor),
            Sortino = SortinoRatio.Of(returns, annualFactor),
            MaxDrawdown = drawdown,
            AnnualReturnPct = annualReturn,
            Calmar = CalmarOf(annualReturn, drawdown),
            RealisticAprPct = AnnualReturn.Realistic(initialBalance, final, spanUs),
        };
    }

    private static double? CalmarOf(double? annualReturnPct, Drawdown? drawdown) =>
        annualReturnPct is { } annual && drawdown is { Pct: > 0 } fall ? Returns.Defined(annual / (double)fall.Pct) : null;
}
