using Draizer.Api.Wire;

namespace Draizer.Api.Market;

/// <summary>An instrument with its newest prices.</summary>
public sealed record InstrumentBody(
    string Venue, string Symbol, string MarketType, string BaseAsset, string QuoteAsset, decimal TickSize, decimal LotSize,
    decimal MakerFeeRate, decimal TakerFeeRate, int MaxLeverage, decimal MaintenanceRate,
    double? LastPrice, double? Bid, double? Ask, Timestamp? LastTradeAt);

/// <summary>Candles of one instrument, oldest first.</summary>
public sealed record CandlesBody(string Venue, string Symbol, string Interval, IReadOnlyList<CandleBody> Items);

/// <summary>A candle that starts at its time.</summary>
public sealed record CandleBody(Timestamp Time, double Open, double High, double Low, double Close, double Volume, long TradeCount);

/// <summary>The newest price of an instrument.</summary>
public sealed record TickBody(
    string Venue, string Symbol, double? Price, double? Quantity, string? Side, double? Bid, double? Ask, Timestamp Timestamp);
