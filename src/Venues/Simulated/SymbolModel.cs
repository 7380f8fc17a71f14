namespace Draizer.Venues.Simulated;

/// <summary>The price of a symbol before any venue adds its own: the market's factor, the symbol's noise, and its shock.</summary>
internal sealed class SymbolModel
{
    private const double MarketQuickPct = 0.012;
    private const double MarketSlowPct = 0.005;

    private readonly NoisePath _market;
    private readonly NoisePath _own;
    private readonly double _beta;
    private readonly double _anchor;

    public SymbolModel(Listing listing, double anchor, NoisePath market, Xoshiro256 random, long originUs)
    {
        _market = market;
        _anchor = anchor;
        _beta = random.NextBetween(0.8, 1.4);

        // Reverting within minutes keeps a relative strength index of one-minute bars near its middle while candles stay lively.
        _own = new(
            random, originUs, quick: new(listing.VolatilityPct, ReversionSeconds: 90),
            slow: new(listing.VolatilityPct / 7, ReversionSeconds: 7_200));
    }

    /// <summary>The shock that is under way, or else the next one planned.</summary>
    public Shock? Shock { get; set; }

    /// <summary>What every symbol follows in part. It returns slowly: over hours, by about a per cent.</summary>
    public static NoisePath MarketFactor(ulong seed, long originUs) =>
        new(
            new(seed, RandomStreams.MarketFactor), originUs, quick: new(MarketQuickPct, ReversionSeconds: 120),
            slow: new(MarketSlowPct, ReversionSeconds: 14_400));

    public double PriceAt(long timeUs, double logBasis) =>
        _anchor * Math.Exp(_beta * _market.At(timeUs) + _own.At(timeUs) + (Shock?.LogOffsetAt(timeUs) ?? 0) + logBasis);

    public double ActivityAt(long timeUs) => Shock?.ActivityAt(timeUs) ?? 1;

    public int DirectionAt(long timeUs) => Shock?.DirectionAt(timeUs) ?? 0;

    public long NextActivityChangeAfter(long timeUs) => Shock?.NextChangeAfter(timeUs) ?? long.MaxValue;
}
