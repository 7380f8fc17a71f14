namespace Draizer.Venues.Simulated;

/// <summary>
/// Funding of one instrument, settled every 8 hours of UTC. Rates are found from the interval's number, not from the past.
/// </summary>
internal readonly struct FundingCurve(ulong seed, int instrument)
{
    public const long IntervalUs = 8L * 3_600 * 1_000_000;
    public const double IntervalSeconds = IntervalUs / 1e6;
    private const double MaxRate = 0.0005;

    public static long NextSettlementAfter(long timeUs) => (timeUs / IntervalUs + 1) * IntervalUs;

    /// <summary>The rate settled at <paramref name="settlementUs"/>: around one basis point, within five.</summary>
    public double RateAt(long settlementUs)
    {
        var interval = (ulong)(settlementUs / IntervalUs);
        var stream = RandomStreams.Funding(instrument);

        // The sum of two uniforms is a triangle: extremes are rarer than the middle.
        var triangle = Xoshiro256.Hash(seed, stream, 2 * interval) + Xoshiro256.Hash(seed, stream, 2 * interval + 1) - 1;
        return Rounded(0.0001 + 0.0005 * triangle);
    }

    /// <summary>What is expected of the next settlement; it comes true the closer, the nearer it is.</summary>
    public double ForecastAt(long timeUs, long settlementUs, double noise)
    {
        var remaining = (settlementUs - timeUs) / (double)IntervalUs;
        return Rounded(RateAt(settlementUs) + 0.00006 * remaining * noise);
    }

    private static double Rounded(double rate) => Math.Round(Math.Clamp(rate, -MaxRate, MaxRate), 6);
}
