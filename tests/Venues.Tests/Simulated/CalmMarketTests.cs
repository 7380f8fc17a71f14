using Draizer.Domain.Markets;
using Draizer.Venues.Simulated;
using static Draizer.Venues.Tests.Simulated.GeneratedStream;

namespace Draizer.Venues.Tests.Simulated;

public sealed class CalmMarketTests
{
    /// <summary>A market whose first shock lies beyond any stream taken here.</summary>
    private static readonly SimulatedMarketOptions Calm =
        new() { Seed = 7, SymbolCount = 4, MinShockIntervalSeconds = 86_400, MaxShockIntervalSeconds = 86_400 };

    [Fact]
    public void CalmMarket_TradesAndQuotesAtItsRates()
    {
        var events = Take(Calm, 60 * MinuteUs);

        // The fourth symbol on either venue; an hour of a Poisson process has a deviation of 1 to 2.5 %.
        Assert.InRange(events.Of(3, MarketEventKind.Trade).Count(), 3_600 * 0.9, 3_600 * 1.1);
        Assert.InRange(events.Of(3, MarketEventKind.Quote).Count(), 5_400 * 0.9, 5_400 * 1.1);
        Assert.InRange(events.Of(7, MarketEventKind.Trade).Count(), 1_800 * 0.9, 1_800 * 1.1);
        Assert.InRange(events.Of(7, MarketEventKind.Quote).Count(), 2_700 * 0.9, 2_700 * 1.1);
    }

    [Theory, InlineData(1), InlineData(2), InlineData(3)]
    public void CalmMarket_MovesEveryMinuteAndNotFarInAnHour(ulong seed)
    {
        var events = Take(Calm with { Seed = seed, SymbolCount = 20 }, 60 * MinuteUs);
        for (var symbol = 0; symbol < 20; symbol++)
        {
            var trades = events.Of(symbol, MarketEventKind.Trade).ToList();
            var prices = trades.Select(t => t.Event.Price).ToList();
            Assert.True(prices.Max() / prices.Min() < 1.05, $"Symbol {symbol} ranged from {prices.Min()} to {prices.Max()}.");

            var bars = trades.GroupBy(t => t.TimeUs / MinuteUs).ToList();
            var meanRangePct = bars.Average(b => 100 * (b.Max(t => t.Event.Price) / b.Min(t => t.Event.Price) - 1));
            var meanBodyPct = bars.Average(b => 100 * Math.Abs(b.Last().Event.Price / b.First().Event.Price - 1));
            Assert.InRange(meanRangePct, 0.1, 1.0);
            Assert.InRange(meanBodyPct, 0.05, meanRangePct);
        }
    }

    [Fact]
    public void CalmMarket_SymbolsMoveTogether()
    {
        var events = Take(Calm, 240 * MinuteUs);
        double[] first = MinuteReturns(events, 0), second = MinuteReturns(events, 1);

        var correlation = first.Zip(second, (a, b) => a * b).Sum()
            / Math.Sqrt(first.Sum(a => a * a) * second.Sum(b => b * b));

        Assert.InRange(correlation, 0.1, 0.9);
    }

    [Fact]
    public void CalmMarket_RelativeStrengthStaysModerate()
    {
        var indicators = new NaiveIndicators(Take(Calm, 240 * MinuteUs), instrument: 2);

        var readings = Enumerable.Range(30, 210).Select(minute => indicators.Rsi(StartUs + minute * MinuteUs)).ToList();

        Assert.True(readings.Count(r => r is >= 40 and <= 80) > 0.9 * readings.Count, $"From {readings.Min()} to {readings.Max()}.");
    }

    private static double[] MinuteReturns(List<TimedMarketEvent> events, int instrument)
    {
        var closes = events.Of(instrument, MarketEventKind.Quote)
            .GroupBy(e => e.TimeUs / MinuteUs).Select(b => b.Last().Event.Mid()).ToArray();
        return [.. closes.Zip(closes.Skip(1), (a, b) => Math.Log(b / a))];
    }
}
