using Draizer.Domain.Indicators;

namespace Draizer.Trading.Tests.Indicators;

/// <summary>
/// When two values of an indicator are the same: 1e-9 relative, or 1e-12 absolute, which scales with the price where the value does.
/// </summary>
internal static class Agreement
{
    public static void Check(IndicatorSpec spec, double expected, double actual, double price, string where)
    {
        if (double.IsNaN(expected) && double.IsNaN(actual))
            return;

        var isPriceDifference = spec.Name is "macd" or "macd_signal" or "macd_hist" or "atr";
        var tolerance = Math.Max(1e-9 * Math.Abs(expected), isPriceDifference ? 1e-12 * price : 1e-12);
        Assert.True(Math.Abs(expected - actual) <= tolerance, $"{spec}, {where}: expected {expected:R}, got {actual:R}.");
    }
}
