using Draizer.Domain.Indicators;

namespace Draizer.Trading.Tests.Indicators;

/// <summary>Bar indicators straight from their definitions, over all bars each time.</summary>
internal static class NaiveBarIndicators
{
    public static List<(double High, double Low, double Close)> Bars(
        List<(long TimeUs, double Price, double Quantity)> trades, long barUs, long nowUs)
    {
        var bars = new List<(double High, double Low, double Close)>();
        if (trades.Count == 0)
            return bars;

        var at = 0;
        for (var bar = trades[0].TimeUs / barUs; (bar + 1) * barUs <= nowUs; bar++)
        {
            var first = at;
            while (at < trades.Count && trades[at].TimeUs < (bar + 1) * barUs)
                at++;

            var prices = trades[first..at].Select(t => t.Price).DefaultIfEmpty(trades[Math.Max(at - 1, 0)].Price).ToArray();
            bars.Add((prices.Max(), prices.Min(), prices[^1]));
        }

        return bars;
    }

    public static double Evaluate(IndicatorSpec spec, List<(double High, double Low, double Close)> bars)
    {
        var closes = bars.Select(b => b.Close).ToArray();
        var changes = closes.Skip(1).Zip(closes, (close, previous) => close - previous).ToArray();
        var returns = closes.Skip(1).Zip(closes, (close, previous) => Math.Log(close / previous)).ToArray();
        return spec.Name switch
        {
            "sma" => LastOf(closes, Period()) is { } last ? last.Average() : double.NaN,
            "ema" => NaiveIndicators.Last(NaiveIndicators.Ema(closes, Period())),
            "rsi" => Rsi(
                Wilder([.. changes.Select(c => Math.Max(c, 0))], Period()), Wilder([.. changes.Select(c => Math.Max(-c, 0))], Period())),
            "atr" => Wilder([.. bars.Skip(1).Zip(closes, TrueRange)], Period()),
            "bollinger_pct_b" => LastOf(closes, Period()) is { } last ? PercentB(last, spec["k"]) : double.NaN,
            "volatility_pct" => LastOf(returns, Period()) is { } last
                ? 100 * Math.Sqrt(SquaredDistances(last) / (last.Length - 1)) : double.NaN,
            "macd" => Macd().Line,
            "macd_signal" => Macd().Signal,
            "macd_hist" => Macd().Line - Macd().Signal,
            _ => throw new ArgumentException($"{spec} is not known."),
        };

        int Period() => (int)spec["period"];

        (double Line, double Signal) Macd()
        {
            var fast = NaiveIndicators.Ema(closes, (int)spec["fast"]);
            var slow = NaiveIndicators.Ema(closes, (int)spec["slow"]);
            var line = fast.Zip(slow, (f, s) => f - s).Where(double.IsFinite).ToArray();
            return (NaiveIndicators.Last(line), NaiveIndicators.Last(NaiveIndicators.Ema(line, (int)spec["signal"])));
        }
    }

    private static double[]? LastOf(double[] values, int count) => values.Length < count ? null : values[^count..];

    private static double TrueRange((double High, double Low, double Close) bar, double previousClose) =>
        Math.Max(bar.High - bar.Low, Math.Max(Math.Abs(bar.High - previousClose), Math.Abs(bar.Low - previousClose)));

    private static double Wilder(double[] values, int period)
    {
        if (values.Length < period)
            return double.NaN;
        return values.Skip(period).Aggregate(
            values.Take(period).Average(), (average, value) => ((average * (period - 1)) + value) / period);
    }

    private static double Rsi(double gain, double loss)
    {
        if (double.IsNaN(gain))
            return double.NaN;
        if (loss == 0)
            return gain == 0 ? 50 : 100;
        return 100 - (100 / (1 + (gain / loss)));
    }

    private static double SquaredDistances(double[] values)
    {
        var mean = values.Average();
        return values.Sum(v => (v - mean) * (v - mean));
    }

    private static double PercentB(double[] closes, double k)
    {
        if (closes.All(c => c == closes[0]))
            return 0.5;

        var (mean, deviation) = (closes.Average(), Math.Sqrt(SquaredDistances(closes) / closes.Length));
        var (lower, upper) = (mean - (k * deviation), mean + (k * deviation));
        return (closes[^1] - lower) / (upper - lower);
    }
}
