namespace Draizer.Trading.Indicators;

/// <summary>A closed bar, as far as indicators look at it.</summary>
public readonly struct Bar(double high, double low, double close)
{
    public readonly double High = high;
    public readonly double Low = low;
    public readonly double Close = close;

    /// <summary>A bar without a trade, which repeats the close of the one before.</summary>
    public static Bar Empty(double close) => new(close, close, close);
}
