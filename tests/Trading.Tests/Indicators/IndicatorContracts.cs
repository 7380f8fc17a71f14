namespace Draizer.Trading.Tests.Indicators;

public sealed class LastPriceContract : IndicatorContract
{
    protected override string Name => "last_price";
    protected override (string Name, double Value)[][] Variants => [];
}

public sealed class TwapContract : IndicatorContract
{
    protected override string Name => "twap";
    protected override (string Name, double Value)[][] Variants => [[("t1", 30)], [("t1", 120), ("t2", 30)], [("t1", 0.5), ("t2", 0.25)]];
}

public sealed class VelocityContract : IndicatorContract
{
    protected override string Name => "velocity";
    protected override (string Name, double Value)[][] Variants => [[("t1", 10)], [("t1", 0.1)]];
}

public sealed class PriceMomentumContract : IndicatorContract
{
    protected override string Name => "price_momentum";
    protected override (string Name, double Value)[][] Variants => [[("t1", 120), ("t2", 60)], [("t1", 7.25), ("t2", 0.5)]];
}

public sealed class PumpMagnitudeContract : IndicatorContract
{
    protected override string Name => "pump_magnitude_pct";
    protected override (string Name, double Value)[][] Variants => [[("t1", 60), ("t2", 5)], [("t1", 20)]];
}

public sealed class VolumeContract : IndicatorContract
{
    protected override string Name => "volume";
    protected override (string Name, double Value)[][] Variants => [[("t1", 5)], [("t1", 600)]];
}

public sealed class TradeCountContract : IndicatorContract
{
    protected override string Name => "trade_count";
    protected override (string Name, double Value)[][] Variants => [[("t1", 5)], [("t1", 600)]];
}

public sealed class VwapContract : IndicatorContract
{
    protected override string Name => "vwap";
    protected override (string Name, double Value)[][] Variants => [[("t1", 1)], [("t1", 45)]];
}

public sealed class VolumeSurgeRatioContract : IndicatorContract
{
    protected override string Name => "volume_surge_ratio";
    protected override (string Name, double Value)[][] Variants =>
        [[("t1", 30), ("t2", 120)], [("t1", 20), ("t2", 10)], [("t1", 0.5), ("t2", 7.25)]];
}

public sealed class SpreadContract : IndicatorContract
{
    protected override string Name => "spread_pct";
    protected override (string Name, double Value)[][] Variants => [];
}

public sealed class BookImbalanceContract : IndicatorContract
{
    protected override string Name => "book_imbalance";
    protected override (string Name, double Value)[][] Variants => [];
}

public sealed class RsiContract : IndicatorContract
{
    protected override string Name => "rsi";
    protected override (string Name, double Value)[][] Variants =>
        [[("period", 7), ("bar_seconds", 15)], [("period", 1), ("bar_seconds", 5)]];
}

public sealed class SmaContract : IndicatorContract
{
    protected override string Name => "sma";
    protected override (string Name, double Value)[][] Variants =>
        [[("period", 1), ("bar_seconds", 10)], [("period", 9), ("bar_seconds", 0.5)]];
}

public sealed class EmaContract : IndicatorContract
{
    protected override string Name => "ema";
    protected override (string Name, double Value)[][] Variants =>
        [[("period", 1), ("bar_seconds", 10)], [("period", 9), ("bar_seconds", 7)]];
}

public sealed class EmaTicksContract : IndicatorContract
{
    protected override string Name => "ema_ticks";
    protected override (string Name, double Value)[][] Variants => [[("period", 1)], [("period", 500)]];
}

public sealed class MacdContract : IndicatorContract
{
    protected override string Name => "macd";
    protected override (string Name, double Value)[][] Variants => [[("fast", 3), ("slow", 8), ("signal", 4), ("bar_seconds", 20)]];
}

public sealed class MacdSignalContract : IndicatorContract
{
    protected override string Name => "macd_signal";
    protected override (string Name, double Value)[][] Variants => [[("fast", 3), ("slow", 8), ("signal", 4), ("bar_seconds", 20)]];
}

public sealed class MacdHistContract : IndicatorContract
{
    protected override string Name => "macd_hist";
    protected override (string Name, double Value)[][] Variants => [[("fast", 1), ("slow", 2), ("signal", 1), ("bar_seconds", 20)]];
}

public sealed class AtrContract : IndicatorContract
{
    protected override string Name => "atr";
    protected override (string Name, double Value)[][] Variants =>
        [[("period", 5), ("bar_seconds", 30)], [("period", 1), ("bar_seconds", 2)]];
}

public sealed class BollingerContract : IndicatorContract
{
    protected override string Name => "bollinger_pct_b";
    protected override (string Name, double Value)[][] Variants =>
        [[("period", 10), ("k", 2.5), ("bar_seconds", 15)], [("period", 1), ("bar_seconds", 2)]];
}

public sealed class VolatilityContract : IndicatorContract
{
    protected override string Name => "volatility_pct";
    protected override (string Name, double Value)[][] Variants =>
        [[("period", 10), ("bar_seconds", 10)], [("period", 2), ("bar_seconds", 3)]];
}
