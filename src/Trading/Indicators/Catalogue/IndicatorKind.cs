namespace Draizer.Trading.Indicators;

/// <summary>
/// Every calculation of the catalogue. Kinds that are computed alike lie together, and the order matters: over windows up to
/// the volume surge, then of the quote, per trade, over bars, and last those of a position.
/// </summary>
internal enum IndicatorKind : byte
{
    LastPrice,
    Twap,
    Velocity,
    PriceMomentum,
    PumpMagnitudePct,
    Volume,
    TradeCount,
    Vwap,
    VolumeSurgeRatio,
    SpreadPct,
    BookImbalance,
    EmaTicks,
    Rsi,
    Sma,
    Ema,
    Macd,
    MacdSignal,
    MacdHist,
    Atr,
    BollingerPctB,
    VolatilityPct,
    UnrealizedPnlPct,
    PositionAgeSeconds,
    SignalAgeSeconds,
}
