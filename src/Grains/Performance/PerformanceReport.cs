using Draizer.Domain.Positions;
using Draizer.Grains.Hosting;
using Draizer.Grains.Portfolios;
using Draizer.Trading.Performance;
using Draizer.Trading.Ports;

namespace Draizer.Grains.Performance;

/// <summary>Works out what a session came to, from memory where that reaches back far enough and from the store where it does not.</summary>
internal sealed class PerformanceReport(string sessionId, Portfolio portfolio, SessionServices services)
{
    private const int PointsShown = 1_000;

    /// <summary>Whether all of it can be told without asking the store.</summary>
    public bool IsInMemory => portfolio.Trips.IsComplete && portfolio.Equity.IsComplete;

    /// <param name="live">Equity now, or as it was when the session ended.</param>
    public async Task<PerformanceView> OfAsync(decimal initialBalance, EquityPoint live, long createdUs, TimeSpan? window)
    {
        var fromUs = window is { } span ? live.TimeUs - (long)span.TotalMicroseconds : long.MinValue;
        var isAll = fromUs <= createdUs;
        if (isAll)
            fromUs = 0;

        var trips = await portfolio.Trips.FromAsync(
            fromUs, () => services.AskStoreAsync((store, token) => store.ReadRoundTripsAsync(sessionId, fromUs, token)));
        var samples = await portfolio.Equity.FromAsync(
            fromUs, () => services.AskStoreAsync((store, token) => store.ReadEquityAsync(sessionId, fromUs, token)));
        return Of(trips, samples, isAll, initialBalance, live, window);
    }

    private PerformanceView Of(
        IReadOnlyList<RoundTrip> trips, IReadOnlyList<EquityPoint> samples, bool isAll, decimal initialBalance, EquityPoint live,
        TimeSpan? window)
    {
        var initial = isAll ? initialBalance : samples.Count > 0 ? samples[0].Equity : live.Equity;
        var curve = WithLive(samples, live);
        var trades = RoundTripStatistics.Of(trips);
        var balance = portfolio.Balance;
        return new PerformanceView
        {
            Window = window,
            InitialEquity = initial,
            TotalPnl = live.Equity - initial,
            TotalPnlPct = initial > 0 ? 100m * (live.Equity - initial) / initial : null,

            // Of all the life the account knows more than its round trips do: what open positions have realized and paid so far.
            RealizedPnl = isAll ? balance.RealizedPnl : trades.RealizedPnl,
            UnrealizedPnl = balance.UnrealizedPnl,
            Commission = isAll ? balance.Fees : trades.Commission,
            Funding = isAll ? balance.Funding : trades.Funding,
            Trades = trades,
            Equity = StatisticsOf(samples, curve, initial),
            Confidence = ConfidenceOutcomes.Of(trips),
            EquityPoint = live,
            Curve = EquityThinning.Thin(curve, PointsShown),
        };
    }

    // The ratios want equal intervals, so the point of this moment stays out of them; a fall counts at once.
    private EquityStatistics StatisticsOf(IReadOnlyList<EquityPoint> samples, IReadOnlyList<EquityPoint> curve, decimal initial) =>
        EquityStatistics.Of(samples, services.Options.MetricsIntervalSeconds, initial) with { MaxDrawdown = Drawdown.Maximum(curve, initial) };

    // A sample of the very same time is older news; a later one is known only of a session that was cut off after its last save.
    private static IReadOnlyList<EquityPoint> WithLive(IReadOnlyList<EquityPoint> samples, EquityPoint live)
    {
        if (samples.Count == 0 || samples[^1].TimeUs < live.TimeUs)
            return [.. samples, live];

        return samples[^1].TimeUs > live.TimeUs ? samples : [.. samples.SkipLast(1), live];
    }
}
