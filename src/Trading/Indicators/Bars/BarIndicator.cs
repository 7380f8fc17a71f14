using Draizer.Domain.Indicators;

namespace Draizer.Trading.Indicators;

/// <summary>An indicator that takes one step per closed bar.</summary>
public abstract class BarIndicator
{
    /// <summary>NaN until enough bars have closed.</summary>
    public double Value { get; protected set; } = double.NaN;

    /// <summary>Makes the indicator that a spec names, which must be one over bars.</summary>
    public static BarIndicator Create(IndicatorSpec spec)
    {
        var kind = IndicatorCatalogue.KindOf(spec);
        return kind switch
        {
            IndicatorKind.Rsi => new RelativeStrength(Whole("period")),
            IndicatorKind.Sma => new SimpleMovingAverage(Whole("period")),
            IndicatorKind.Ema => new ExponentialMovingAverage(Whole("period")),
            IndicatorKind.Atr => new AverageTrueRange(Whole("period")),
            IndicatorKind.BollingerPctB => new BollingerPercentB(Whole("period"), spec["k"]),
            IndicatorKind.VolatilityPct => new Volatility(Whole("period")),
            IndicatorKind.Macd or IndicatorKind.MacdSignal or IndicatorKind.MacdHist =>
                new Macd(kind, Whole("fast"), Whole("slow"), Whole("signal")),
            _ => throw new ArgumentException($"{spec} is not an indicator over bars.", nameof(spec)),
        };

        int Whole(string parameter) => (int)spec[parameter];
    }

    /// <summary>Takes a closed bar. False where taking it again would change nothing any more.</summary>
    public abstract bool Update(in Bar bar);

    /// <summary>Takes a number of bars without a trade, with the same outcome as one after the other.</summary>
    public virtual void UpdateEmpty(double close, long count)
    {
        var bar = Bar.Empty(close);
        for (var i = 0L; i < count; i++)
        {
            if (!Update(in bar))
                return;
        }
    }
}
