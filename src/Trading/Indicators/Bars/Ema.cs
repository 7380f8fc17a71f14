namespace Draizer.Trading.Indicators;

/// <summary>
/// The arithmetic of an exponential moving average: it starts from the plain mean of its first values, so that one odd opening
/// price does not color what follows.
/// </summary>
internal struct Ema(int period)
{
    private readonly double _smoothing = 2.0 / (period + 1.0);
    private readonly int _period = period;
    private DoubleDouble _seed;
    private int _count;

    /// <summary>NaN until as many values as the period have come.</summary>
    public double Value { get; private set; } = double.NaN;

    public readonly bool IsReady => _count == _period;

    /// <summary>False where the same value again would change nothing any more.</summary>
    public bool Update(double value)
    {
        if (_count < _period)
            return Seed(value);

        var before = Value;
        Value = before + (_smoothing * (value - before));
        return Value != before;
    }

    private bool Seed(double value)
    {
        _seed.Add(value);
        if (++_count == _period)
            Value = _seed.Value / _period;
        return true;
    }
}
