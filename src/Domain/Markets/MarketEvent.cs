using System.Runtime.InteropServices;

namespace Draizer.Domain.Markets;

/// <summary>What a venue said.</summary>
public enum MarketEventKind : byte
{
    None,
    Trade,
    Quote,
    Mark,
    Funding,
    Forecast,
}

/// <summary>
/// One message of a venue about one instrument, small enough to be copied. The meaning of the four numbers depends on the kind,
/// so it is built by the factory methods and read by the properties of that kind.
/// </summary>
[StructLayout(LayoutKind.Sequential)]
public readonly struct MarketEvent
{
    private readonly double _a;
    private readonly double _b;
    private readonly double _c;
    private readonly double _d;

    /// <summary>The venue's own time, for latency and staleness only; in a recorded file it is the time of the event.</summary>
    public readonly long VenueTimeUs;

    /// <summary>When the forecast rate will be settled; 0 for other kinds.</summary>
    public readonly long NextFundingUs;

    /// <summary>Index in the <see cref="InstrumentCatalogue"/>.</summary>
    public readonly int Instrument;

    public readonly MarketEventKind Kind;

    /// <summary>The side of the one who crossed the spread; of a trade only.</summary>
    public readonly Side Aggressor;

    private MarketEvent(
        MarketEventKind kind, int instrument, long venueTimeUs, double a, double b = 0, double c = 0, double d = 0,
        Side aggressor = Side.Buy, long nextFundingUs = 0)
    {
        Kind = kind;
        Instrument = instrument;
        VenueTimeUs = venueTimeUs;
        NextFundingUs = nextFundingUs;
        Aggressor = aggressor;
        (_a, _b, _c, _d) = (a, b, c, d);
    }

    /// <summary>Price of a trade or a mark.</summary>
    public double Price => _a;

    public double Quantity => _b;

    public double BidPrice => _a;
    public double BidSize => _b;
    public double AskPrice => _c;
    public double AskSize => _d;

    /// <summary>Rate of a funding settlement or forecast: 0.0001 is one basis point.</summary>
    public double FundingRate => _a;

    public double FundingIntervalSeconds => _b;

    public static MarketEvent Trade(int instrument, long venueTimeUs, double price, double quantity, Side aggressor) =>
        new(MarketEventKind.Trade, instrument, venueTimeUs, price, quantity, aggressor: aggressor);

    public static MarketEvent Quote(int instrument, long venueTimeUs, double bidPrice, double bidSize, double askPrice, double askSize) =>
        new(MarketEventKind.Quote, instrument, venueTimeUs, bidPrice, bidSize, askPrice, askSize);

    public static MarketEvent Mark(int instrument, long venueTimeUs, double price) =>
        new(MarketEventKind.Mark, instrument, venueTimeUs, price);

    public static MarketEvent Funding(int instrument, long venueTimeUs, double rate) =>
        new(MarketEventKind.Funding, instrument, venueTimeUs, rate);

    public static MarketEvent Forecast(int instrument, long venueTimeUs, double rate, double intervalSeconds, long nextFundingUs) =>
        new(MarketEventKind.Forecast, instrument, venueTimeUs, rate, intervalSeconds, nextFundingUs: nextFundingUs);
}
