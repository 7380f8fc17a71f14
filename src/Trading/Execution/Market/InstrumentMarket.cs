using Draizer.Domain.Markets;

namespace Draizer.Trading.Execution.Market;

/// <summary>The last that was heard of one instrument.</summary>
public struct InstrumentMarket
{
    // Beyond these a number is a fault of the feed, and not one that exact money can be made of.
    private const double LeastPrice = 1e-12;
    private const double MostPrice = 1e12;
    private const double MostSize = 1e15;

    private double _venueMark;
    private bool _hasTradedSinceQuote;

    public double LastPrice { get; private set; }
    public long LastTradeUs { get; private set; }
    public double BidPrice { get; private set; }
    public double BidSize { get; private set; }
    public double AskPrice { get; private set; }
    public double AskSize { get; private set; }
    public long QuoteUs { get; private set; }
    public bool HasTrade { get; private set; }
    public bool HasQuote { get; private set; }

    public readonly bool HasPrice => HasTrade || HasQuote;

    /// <summary>When the newest price came, of a trade or a quote.</summary>
    public readonly long NewestUs => Math.Max(HasTrade ? LastTradeUs : 0, HasQuote ? QuoteUs : 0);

    public readonly double Mid => (BidPrice + AskPrice) / 2;
    public readonly double SpreadPct => 100 * (AskPrice - BidPrice) / Mid;

    /// <summary>The last trade, or the middle of the quote where nothing was traded yet.</summary>
    public readonly double CurrentPrice => HasTrade ? LastPrice : Mid;

    /// <summary>What positions are valued at: the venue's mark, or the current price where the venue gives none.</summary>
    public readonly double MarkPrice => _venueMark > 0 ? _venueMark : CurrentPrice;

    /// <summary>The market without what is older than it may be; without a price when that is everything.</summary>
    public readonly InstrumentMarket FreshAt(long timeUs, int maxAgeMs)
    {
        var oldestUs = timeUs - (maxAgeMs * 1_000L);
        var fresh = this;
        fresh.HasTrade = HasTrade && LastTradeUs >= oldestUs;
        fresh.HasQuote = HasQuote && QuoteUs >= oldestUs;
        return fresh;
    }

    /// <summary>
    /// The fresh market, or the last that was known where nothing is fresh: that still tells the size and the cost of an order, until
    /// the check that asks for its age.
    /// </summary>
    public readonly InstrumentMarket FreshOrLastAt(long timeUs, int maxAgeMs)
    {
        var fresh = FreshAt(timeUs, maxAgeMs);
        return fresh.HasPrice ? fresh : this;
    }

    /// <summary>The price that an order of this side meets first; the last trade where there is no quote.</summary>
    public readonly double TouchFor(Side side) => !IsQuoteGoodFor(side) ? LastPrice : side == Side.Buy ? AskPrice : BidPrice;

    /// <summary>Size at that price; 0 when unknown.</summary>
    public readonly double TouchSizeFor(Side side) => !IsQuoteGoodFor(side) ? 0 : side == Side.Buy ? AskSize : BidSize;

    /// <summary>Takes an event in.</summary>
    /// <returns>False when it cannot be believed, and nothing should follow from it.</returns>
    public bool TryApply(in MarketEvent marketEvent, long timeUs)
    {
        switch (marketEvent.Kind)
        {
            case MarketEventKind.Trade:
                if (!IsPrice(marketEvent.Price) || !IsSize(marketEvent.Quantity))
                    return false;
                LastPrice = marketEvent.Price;
                LastTradeUs = timeUs;
                HasTrade = true;
                _hasTradedSinceQuote = true;
                return true;

            case MarketEventKind.Quote:
                (BidPrice, BidSize) = (marketEvent.BidPrice, KnownSize(marketEvent.BidSize));
                (AskPrice, AskSize) = (marketEvent.AskPrice, KnownSize(marketEvent.AskSize));
                QuoteUs = timeUs;
                _hasTradedSinceQuote = false;

                // With one side empty there is nothing to meet there; the last trade has to serve until it is back.
                HasQuote = IsPrice(BidPrice) && IsPrice(AskPrice);
                return HasQuote;

            case MarketEventKind.Mark:
                if (!IsPrice(marketEvent.Price))
                    return false;
                _venueMark = marketEvent.Price;
                return true;

            case MarketEventKind.Funding:
                return Math.Abs(marketEvent.FundingRate) <= 1;

            default:
                return true;
        }
    }

    // A trade worse than the quote, and after it, says that the quote is gone: a stop in a gap must not be filled at the old price.
    private readonly bool IsQuoteGoodFor(Side side)
    {
        if (!HasQuote || !HasTrade || !_hasTradedSinceQuote)
            return HasQuote;

        return side == Side.Buy ? LastPrice <= AskPrice : LastPrice >= BidPrice;
    }

    private static bool IsPrice(double value) => value is >= LeastPrice and <= MostPrice;
    private static bool IsSize(double value) => value is >= 0 and <= MostSize;
    private static double KnownSize(double value) => IsSize(value) ? value : 0;
}
