namespace Draizer.Trading.Indicators;

/// <summary>Wilder's average of true ranges. The first bar has none, for lack of a close before it.</summary>
internal sealed class AverageTrueRange(int period) : BarIndicator
{
    private readonly double _smoothing = 1.0 / period;
    private double _previousClose = double.NaN;
    private DoubleDouble _seed;
    private int _count;

    public override bool Update(in Bar bar)
    {
        var previousClose = _previousClose;
        _previousClose = bar.Close;
        if (double.IsNaN(previousClose))
            return true;

        var range = Math.Max(bar.High, previousClose) - Math.Min(bar.Low, previousClose);
        if (_count < period)
        {
            _seed.Add(range);
            if (++_count == period)
                Value = _seed.Value / period;
            return true;
        }

        var before = Value;
        Value = before + (_smoothing * (range - before));

        // A bar that moved the close has another range when it is taken again.
        return Value != before || previousClose != bar.Close;
    }
}
