using Draizer.Domain.Indicators;

namespace Draizer.Trading.Ports;

/// <summary>The newest indicator values, for those who look on. A little behind the core, and never a part of its decisions.</summary>
public interface IIndicatorReadings
{
    /// <summary>NaN when the value is not ready, or when the session does not use it on this instrument.</summary>
    double Read(string sessionId, int instrument, IndicatorSpec spec);
}

/// <summary>The newest prices, for those who look on.</summary>
public interface IMarketReadings
{
    MarketReading Read(int instrument);
}

/// <summary>The last that was heard of an instrument. Prices and sizes are 0 before the first.</summary>
/// <param name="Version">Counts up with every change, so that a reader can tell whether it has seen this.</param>
public readonly record struct MarketReading(
    long Version, long TimeUs, double LastPrice, double LastQuantity, bool IsBuy, long LastTradeUs,
    double BidPrice, double BidSize, double AskPrice, double AskSize);
