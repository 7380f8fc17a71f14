using Draizer.Domain.Markets;

namespace Draizer.Trading.Ports;

/// <summary>A market event with its place in the sequence, as it is stored and read back.</summary>
public readonly record struct TickRow(long TimeUs, long Sequence, MarketEvent Market);

/// <summary>A candle over <c>[StartUs, StartUs + interval)</c>, made of trades.</summary>
public readonly record struct Candle(long StartUs, double Open, double High, double Low, double Close, double Volume, long TradeCount);
