namespace Draizer.Trading.Indicators;

/// <summary>
/// A sum with about 32 digits, as an unevaluated sum of two doubles. A total of ten million trades in it can be subtracted from
/// another without the difference showing that they were large.
/// </summary>
internal struct DoubleDouble
{
    private double _high;
    private double _low;

    public readonly double Value => _high + _low;

    public void Add(double term)
    {
        // Knuth's two-sum: what rounding took from the high part goes to the low part.
        var sum = _high + term;
        var taken = sum - _high;
        var lost = (_high - (sum - taken)) + (term - taken) + _low;
        _high = sum + lost;
        _low = lost - (_high - sum);
    }

    /// <summary>Adds a product without rounding it first.</summary>
    public void AddProduct(double left, double right)
    {
        var product = left * right;
        var lost = Math.FusedMultiplyAdd(left, right, -product);
        Add(product);
        _low += lost;
    }

    public void AddScaled(in DoubleDouble other, double factor)
    {
        AddProduct(other._high, factor);
        _low += other._low * factor;
    }

    /// <summary>The square, with all its digits.</summary>
    public readonly DoubleDouble Squared()
    {
        var square = default(DoubleDouble);
        square.AddProduct(_high, _high);
        square._low += 2 * _high * _low;
        return square;
    }

    public readonly DoubleDouble Minus(in DoubleDouble other)
    {
        var difference = this;
        difference.Add(-other._high);
        difference._low -= other._low;
        return difference;
    }
}
