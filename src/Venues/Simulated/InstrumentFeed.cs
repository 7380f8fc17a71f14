using Draizer.Domain.Markets;

namespace Draizer.Venues.Simulated;

/// <summary>Everything one instrument says, one event after the other.</summary>
internal sealed class InstrumentFeed
{
    private const long ForecastEveryUs = 60_000_000;
    private const double BasisReversionSeconds = 25;
    private const double MaxSpread = 0.001;

    // More volume comes as more trades rather than as larger ones, and as more quotes, though fewer than trades.
    private const double TradeRateExponent = 0.65;
    private const double TradeSizeExponent = 1 - TradeRateExponent;
    private const double QuoteRateExponent = 0.5;
    private const double SpreadExponent = 0.25;
    private const double SizeDeviation = 0.7;

    private readonly int _instrument;
    private readonly Listing _listing;
    private readonly SimulatedVenue _venue;
    private readonly SymbolModel _symbol;
    private readonly Xoshiro256 _random;
    private readonly FundingCurve _funding;
    private readonly PowerOfTenGrid _ticks;
    private readonly PowerOfTenGrid _lots;
    private readonly long _lagUs;

    private double _basis;
    private long _basisUs;
    private long _bidTicks;
    private long _askTicks;

    private long _quoteUs;
    private long _tradeUs = long.MaxValue;
    private long _forecastUs = long.MaxValue;
    private long _settlementUs = long.MaxValue;

    /// <param name="basis">Where the venue's deviation begins, as a logarithm.</param>
    /// <param name="firstQuoteUs">Time of the first event, a quote: before it there is no price to trade at.</param>
    public InstrumentFeed(
        int instrument, Listing listing, SimulatedVenue venue, SymbolModel symbol, ulong seed, double basis, long firstQuoteUs)
    {
        _instrument = instrument;
        _listing = listing;
        _venue = venue;
        _symbol = symbol;
        _random = new(seed, RandomStreams.Instrument(instrument));
        _funding = new(seed, instrument);
        _ticks = new(listing.TickExponent);
        _lots = new(listing.LotExponent);
        _lagUs = venue.Lag.Ticks / TimeSpan.TicksPerMicrosecond;
        _basis = basis;
        _basisUs = firstQuoteUs;
        _quoteUs = firstQuoteUs;
        _tradeUs = NextArrival(firstQuoteUs, venue.TradesPerSecond, TradeRateExponent);
        if (venue.MarketType == MarketType.Futures)
        {
            // Each instrument has its own phase, or a thousand forecasts would arrive in the same microsecond.
            _forecastUs = firstQuoteUs + 1 + (long)(_random.NextDouble() * ForecastEveryUs);
            _settlementUs = FundingCurve.NextSettlementAfter(firstQuoteUs);
        }

        FindNext();
    }

    public long NextUs { get; private set; }

    /// <summary>The event at <see cref="NextUs"/>. Where several share that time, in the order in which they stand here.</summary>
    public MarketEvent Take()
    {
        var timeUs = NextUs;
        MarketEvent taken;
        if (timeUs == _quoteUs)
        {
            taken = Quote(timeUs);
            _quoteUs = NextArrival(timeUs, _venue.QuotesPerSecond, QuoteRateExponent);
        }
        else if (timeUs == _settlementUs)
        {
            taken = MarketEvent.Funding(_instrument, timeUs, _funding.RateAt(timeUs));
            _settlementUs += FundingCurve.IntervalUs;
        }
        else if (timeUs == _tradeUs)
        {
            taken = Trade(timeUs);
            _tradeUs = NextArrival(timeUs, _venue.TradesPerSecond, TradeRateExponent);
        }
        else
        {
            var rate = _funding.ForecastAt(timeUs, _settlementUs, _random.NextGaussian());
            taken = MarketEvent.Forecast(_instrument, timeUs, rate, FundingCurve.IntervalSeconds, _settlementUs);
            _forecastUs += ForecastEveryUs;
        }

        FindNext();
        return taken;
    }

    private MarketEvent Quote(long timeUs)
    {
        var price = PriceAt(timeUs);
        var widening = Math.Pow(_symbol.ActivityAt(timeUs - _lagUs), SpreadExponent);
        var spread = Math.Min(MaxSpread, _listing.SpreadBps / 1e4 * widening * _random.NextBetween(0.7, 1.3));
        var spreadTicks = Math.Max(1, (long)_ticks.StepsIn(price * spread));
        _bidTicks = Math.Max(1, (long)Math.Floor(_ticks.StepsIn(price) - (spreadTicks - 1) / 2.0));
        _askTicks = _bidTicks + spreadTicks;
        return MarketEvent.Quote(
            _instrument, timeUs, _ticks.Value(_bidTicks), Quantity(price, 4), _ticks.Value(_askTicks), Quantity(price, 4));
    }

    private MarketEvent Trade(long timeUs)
    {
        var driven = _symbol.DirectionAt(timeUs - _lagUs);
        var aggressor = _random.NextDouble() < 0.5 + 0.3 * driven ? Side.Buy : Side.Sell;
        var price = _ticks.Value(aggressor == Side.Buy ? _askTicks : _bidTicks);
        var quantity = Quantity(price, Math.Pow(_symbol.ActivityAt(timeUs - _lagUs), TradeSizeExponent));
        return MarketEvent.Trade(_instrument, timeUs, price, quantity, aggressor);
    }

    /// <summary>A log-normal size around a multiple of the usual trade, at least one lot.</summary>
    private double Quantity(double price, double multiple)
    {
        var wanted = _listing.TradeNotional * multiple * Math.Exp(SizeDeviation * _random.NextGaussian()) / price;
        return _lots.Value(Math.Max(1, (long)Math.Round(_lots.StepsIn(wanted))));
    }

    private double PriceAt(long timeUs)
    {
        if (timeUs > _basisUs)
        {
            var keep = Math.Exp(-(timeUs - _basisUs) / 1e6 / BasisReversionSeconds);
            _basis = _basis * keep + _venue.BasisBps / 1e4 * Math.Sqrt(1 - keep * keep) * _random.NextGaussian();
            _basisUs = timeUs;
        }

        return _symbol.PriceAt(timeUs - _lagUs, _basis);
    }

    /// <summary>
    /// The next arrival of a Poisson process whose rate changes in steps: an arrival drawn beyond a step is drawn again from the step,
    /// which leaves the process exact since it has no memory.
    /// </summary>
    private long NextArrival(long timeUs, double calmRate, double exponent)
    {
        var atUs = timeUs - _lagUs;
        while (true)
        {
            var rate = calmRate * Math.Pow(_symbol.ActivityAt(atUs), exponent);
            var drawnUs = atUs + 1 + (long)(_random.NextExponential() / rate * 1e6);
            var changeUs = _symbol.NextActivityChangeAfter(atUs);
            if (drawnUs <= changeUs)
                return drawnUs + _lagUs;
            atUs = changeUs;
        }
    }

    private void FindNext() =>
        NextUs = Math.Min(Math.Min(_quoteUs, _tradeUs), Math.Min(_forecastUs, _settlementUs));
}
