namespace Draizer.Trading.Indicators;

/// <summary>
/// Mean and spread of the last values, in one step per value. Its sums have twice the digits of a <c>double</c> and are made anew
/// on every turn of the ring, so that nothing is left of what has gone.
/// </summary>
internal sealed class RollingMoments(int period)
{
    private readonly double[] _ring = new double[period];
    private DoubleDouble _sum;
    private DoubleDouble _squares;
    private double _last = double.NaN;
    private int _run;
    private int _at;

    public bool IsFull { get; private set; }

    /// <summary>Whether all values are the same, which no sum could tell for certain.</summary>
    public bool AreEqual => _run >= period;

    public double Mean => AreEqual ? _last : _sum.Value / period;

    /// <summary>Square root of: the sum of squared distances from the mean, times the number of values.</summary>
    public double Spread
    {
        get
        {
            if (AreEqual)
                return 0;

            var scaled = default(DoubleDouble);
            scaled.AddScaled(in _squares, period);
            return Math.Sqrt(Math.Max(0, scaled.Minus(_sum.Squared()).Value));
        }
    }

    /// <summary>The distance of the newest value from the mean, times the number of values.</summary>
    public double LastDistance
    {
        get
        {
            var scaled = default(DoubleDouble);
            scaled.AddProduct(_last, period);
            return scaled.Minus(in _sum).Value;
        }
    }

    /// <summary>False where nothing changed, because all values were this one already.</summary>
    public bool Add(double value)
    {
        if (value == _last)
        {
            if (_run >= period)
                return false;
            _run++;
        }
        else
        {
            _last = value;
            _run = 1;
        }

        if (IsFull)
            Take(_ring[_at], -1);
        _ring[_at] = value;
        Take(value, 1);

        if (++_at == period)
            StartNextTurn();
        return true;
    }

    private void Take(double value, double sign)
    {
        _sum.Add(sign * value);
        _squares.AddProduct(sign * value, value);
    }

    private void StartNextTurn()
    {
        _at = 0;
        IsFull = true;
        (_sum, _squares) = (default, default);
        foreach (var value in _ring)
            Take(value, 1);
    }
}
