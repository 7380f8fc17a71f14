namespace Draizer.Venues.Simulated;

/// <summary>
/// Multiples of a power of ten. Dividing a whole number by a power of ten gives the double nearest to the decimal, where
/// multiplying by 0.0001 would leave prices a hair off their tick.
/// </summary>
internal readonly struct PowerOfTenGrid
{
    private readonly double _multiplier;
    private readonly double _divisor;

    /// <param name="exponent">-2 for steps of 0.01, 3 for steps of 1,000.</param>
    public PowerOfTenGrid(int exponent)
    {
        _multiplier = exponent > 0 ? Math.Round(Math.Pow(10, exponent)) : 1;
        _divisor = exponent < 0 ? Math.Round(Math.Pow(10, -exponent)) : 1;
        Step = (decimal)_multiplier / (decimal)_divisor;
    }

    public decimal Step { get; }

    /// <summary>How many steps make up <paramref name="value"/>, with a fraction.</summary>
    public double StepsIn(double value) => value / _multiplier * _divisor;

    public double Value(long steps) => steps * _multiplier / _divisor;
}
