using Draizer.Domain.Markets;

namespace Draizer.Venues.Simulated;

/// <summary>One venue of the simulated market.</summary>
public sealed record SimulatedVenue(string Name)
{
    /// <summary>Spot venues have no leverage, marks or funding.</summary>
    public MarketType MarketType { get; init; } = MarketType.Futures;

    /// <summary>How far behind the symbol's price this venue is, 0 to 2 s.</summary>
    public TimeSpan Lag { get; init; }

    /// <summary>Trades per second and instrument while nothing happens.</summary>
    public double TradesPerSecond { get; init; } = 1.0;

    /// <summary>Quotes per second and instrument while nothing happens.</summary>
    public double QuotesPerSecond { get; init; } = 1.5;

    /// <summary>Standard deviation of the venue's own deviation from the symbol's price, in basis points.</summary>
    public double BasisBps { get; init; }

    public decimal MakerFeeRate { get; init; } = 0.0002m;
    public decimal TakerFeeRate { get; init; } = 0.0006m;
}

/// <summary>What the simulated market consists of. The defaults run on a laptop without being noticed.</summary>
public sealed record SimulatedMarketOptions
{
    public const int MaxSymbolCount = 1_000;

    public ulong Seed { get; init; } = 1;

    /// <summary>1 to 1,000: well-known names first, then invented ones (<c>ALT001_USDT</c>).</summary>
    public int SymbolCount { get; init; } = 20;

    /// <summary>In the order of the catalogue. By default the second follows the first about 150 ms later.</summary>
    public IReadOnlyList<SimulatedVenue> Venues { get; init; } =
    [
        new("sim"),
        new("sim2") { Lag = TimeSpan.FromMilliseconds(150), TradesPerSecond = 0.5, QuotesPerSecond = 0.75, BasisBps = 4 },
    ];

    /// <summary>Where prices begin, for a market that goes on after a restart. Instruments not named begin at their usual price.</summary>
    public IReadOnlyDictionary<(string Venue, string Symbol), double> InitialPrices { get; init; } =
        new Dictionary<(string Venue, string Symbol), double>();

    /// <summary>Time between the starts of two shocks anywhere in the market. Few symbols make it longer: each rests 22 minutes.</summary>
    public double MinShockIntervalSeconds { get; init; } = 45;

    public double MaxShockIntervalSeconds { get; init; } = 105;

    /// <summary>
    /// Start of a pump that is certain to come on <see cref="FirstPumpSymbol"/>, which is left alone for 25 minutes before. A time before
    /// the market's start is ignored.
    /// </summary>
    public long? FirstPumpAtUs { get; init; }

    public string FirstPumpSymbol { get; init; } = "BTC_USDT";

    /// <summary>Pumped 20 s after the first; ignored where not listed.</summary>
    public string SecondPumpSymbol { get; init; } = "ETH_USDT";

    /// <summary>Every fault of the options, empty where there is none.</summary>
    public IReadOnlyList<string> Faults()
    {
        var faults = new List<string>();
        if (SymbolCount is < 1 or > MaxSymbolCount)
            faults.Add($"SymbolCount must be 1 to {MaxSymbolCount}, not {SymbolCount}.");
        if (Venues.Count == 0)
            faults.Add("Venues must name at least one venue.");
        if (Venues.Select(v => v.Name).Distinct(StringComparer.Ordinal).Count() != Venues.Count)
            faults.Add("Venues must have different names.");
        foreach (var venue in Venues)
        {
            if (venue.Lag < TimeSpan.Zero || venue.Lag > TimeSpan.FromSeconds(2))
                faults.Add($"Lag of {venue.Name} must be 0 to 2 s, not {venue.Lag}.");
            if (!(venue.TradesPerSecond is > 0 and <= 100) || !(venue.QuotesPerSecond is > 0 and <= 100))
                faults.Add($"Trades and quotes per second of {venue.Name} must be above 0 and at most 100.");
            if (!(venue.BasisBps is >= 0 and <= 100))
                faults.Add($"BasisBps of {venue.Name} must be 0 to 100, not {venue.BasisBps}.");
        }

        if (!(MinShockIntervalSeconds >= 1 && MaxShockIntervalSeconds >= MinShockIntervalSeconds && MaxShockIntervalSeconds <= 86_400))
            faults.Add("Shock intervals must be at least 1 s, at most a day, and in ascending order.");
        if (FirstPumpAtUs is not null && !Listing.First(Math.Clamp(SymbolCount, 1, MaxSymbolCount)).Any(l => l.Symbol == FirstPumpSymbol))
            faults.Add($"FirstPumpSymbol {FirstPumpSymbol} is not among the first {SymbolCount} symbols.");
        foreach (var ((venue, symbol), price) in InitialPrices)
        {
            if (!(price > 0) || !double.IsFinite(price))
                faults.Add($"The initial price of {venue}:{symbol} must be above 0.");
        }

        return faults;
    }
}
