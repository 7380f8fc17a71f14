using Draizer.Domain.Markets;

namespace Draizer.Venues.Simulated;

/// <summary>A symbol of the simulated market: its usual price, steps, and temper. Venues share it.</summary>
internal sealed record Listing
{
    public required string BaseAsset { get; init; }
    public required double UsualPrice { get; init; }

    /// <summary>Power of ten of the tick.</summary>
    public required int TickExponent { get; init; }

    /// <summary>Power of ten of the lot, in base units.</summary>
    public required int LotExponent { get; init; }

    public required int MaxLeverage { get; init; }
    public required decimal MaintenanceRate { get; init; }

    /// <summary>Per cent per square root of a second.</summary>
    public required double VolatilityPct { get; init; }

    public required double SpreadBps { get; init; }

    /// <summary>Median worth of a trade, USDT.</summary>
    public required double TradeNotional { get; init; }

    public string QuoteAsset => "USDT";
    public string Symbol => $"{BaseAsset}_{QuoteAsset}";

    private static readonly Listing[] WellKnown =
    [
        Major("BTC", 67_000, -1, -4, 125, 0.018, 1.0, 2_500),
        Major("ETH", 3_450, -2, -3, 125, 0.022, 1.2, 1_800),
        Major("SOL", 168, -2, -2, 100, 0.030, 1.8, 1_100),
        Major("BNB", 585, -2, -2, 75, 0.022, 1.8, 900),
        Alt("XRP", 0.5820, -4, 0, 75, 0.028, 2.5),
        Alt("DOGE", 0.15840, -5, 0, 75, 0.034, 2.5),
        Alt("ADA", 0.45200, -5, 0, 75, 0.028, 2.5),
        Alt("AVAX", 35.400, -3, -1, 50, 0.031, 3),
        Alt("LINK", 17.300, -3, -1, 50, 0.029, 3),
        Alt("DOT", 7.1200, -4, -1, 50, 0.028, 3),
        Alt("LTC", 83.40, -2, -2, 50, 0.024, 2.5),
        Alt("NEAR", 7.3500, -4, -1, 50, 0.034, 3.5),
        Alt("UNI", 9.8000, -4, -1, 50, 0.032, 3.5),
        Alt("APT", 9.1000, -4, -1, 50, 0.033, 3.5),
        Alt("ARB", 1.01200, -5, 0, 50, 0.033, 3.5),
        Alt("OP", 2.48000, -5, 0, 50, 0.034, 3.5),
        Alt("SUI", 1.05400, -5, 0, 50, 0.036, 3.5),
        Alt("PEPE", 0.0000113000, -10, 3, 50, 0.042, 5),
        Alt("SHIB", 0.0000245000, -10, 2, 50, 0.036, 4.5),
        Alt("WIF", 3.12000, -5, -1, 20, 0.044, 5),
    ];

    public static IEnumerable<Listing> First(int count) =>
        Enumerable.Range(0, count).Select(i => i < WellKnown.Length ? WellKnown[i] : Invented(i - WellKnown.Length + 1));

    public Instrument On(SimulatedVenue venue)
    {
        var isFutures = venue.MarketType == MarketType.Futures;
        return new()
        {
            Venue = venue.Name,
            Symbol = Symbol,
            MarketType = venue.MarketType,
            BaseAsset = BaseAsset,
            QuoteAsset = QuoteAsset,
            TickSize = new PowerOfTenGrid(TickExponent).Step,
            LotSize = new PowerOfTenGrid(LotExponent).Step,
            MakerFeeRate = venue.MakerFeeRate,
            TakerFeeRate = venue.TakerFeeRate,
            MaxLeverage = isFutures ? MaxLeverage : 1,
            MaintenanceRate = isFutures ? MaintenanceRate : 0m,
        };
    }

    /// <summary>Its numbers come from its index and not the seed, so that a market restarted with another seed keeps its ticks.</summary>
    private static Listing Invented(int number)
    {
        var index = (ulong)number;
        var magnitude = Xoshiro256.Hash(0, 1, index) * 5 - 3;
        var price = Math.Pow(10, magnitude);

        // Five digits behind the leading one: a tick is then at most a tenth of a basis point.
        var tickExponent = (int)Math.Floor(magnitude) - 5;
        price = new PowerOfTenGrid(tickExponent).Value((long)Math.Round(new PowerOfTenGrid(tickExponent).StepsIn(price)));
        return Alt(
            $"ALT{number:000}", price, tickExponent, lotExponent: Math.Clamp(-(int)Math.Floor(magnitude), -2, 2), maxLeverage: 20,
            volatilityPct: 0.028 + 0.016 * Xoshiro256.Hash(0, 2, index), spreadBps: 3.5 + 2.5 * Xoshiro256.Hash(0, 3, index));
    }

    private static Listing Alt(
        string baseAsset, double price, int tickExponent, int lotExponent, int maxLeverage, double volatilityPct, double spreadBps) =>
        Major(baseAsset, price, tickExponent, lotExponent, maxLeverage, volatilityPct, spreadBps, tradeNotional: 450);

    private static Listing Major(
        string baseAsset, double price, int tickExponent, int lotExponent, int maxLeverage, double volatilityPct, double spreadBps,
        double tradeNotional) =>
        new()
        {
            BaseAsset = baseAsset,
            UsualPrice = price,
            TickExponent = tickExponent,
            LotExponent = lotExponent,
            MaxLeverage = maxLeverage,
            MaintenanceRate = maxLeverage switch { >= 100 => 0.004m, >= 75 => 0.005m, >= 50 => 0.01m, _ => 0.02m },
            VolatilityPct = volatilityPct,
            SpreadBps = spreadBps,
            TradeNotional = tradeNotional,
        };
}
