using System.Numerics;

namespace Draizer.Venues.Simulated;

/// <summary>
/// The xoshiro256** generator with the few distributions the market needs. Our own, because the sequence behind a recorded seed
/// must not change with the runtime's.
/// </summary>
internal sealed class Xoshiro256
{
    private const ulong Golden = 0x9E3779B97F4A7C15;

    private ulong _s0;
    private ulong _s1;
    private ulong _s2;
    private ulong _s3;
    private double _spare = double.NaN;

    /// <param name="stream">Generators of one seed and different streams are independent.</param>
    public Xoshiro256(ulong seed, ulong stream)
    {
        var state = Mix(seed) + Mix(stream * Golden);
        _s0 = Mix(state += Golden);
        _s1 = Mix(state += Golden);
        _s2 = Mix(state += Golden);
        _s3 = Mix(state + Golden);
    }

    /// <summary>Uniform in [0, 1), from the words alone: for values that must be found again without keeping a generator.</summary>
    public static double Hash(ulong seed, ulong stream, ulong index) => ToUnit(Mix(Mix(Mix(seed) + stream * Golden) + index * Golden));

    /// <summary>Uniform in [0, 1).</summary>
    public double NextDouble() => ToUnit(Next());

    public double NextBetween(double low, double high) => low + (high - low) * NextDouble();

    /// <summary>Uniform in [0, <paramref name="count"/>); the bias of the multiplication is far below what a simulation shows.</summary>
    public int NextIndex(int count) => (int)(NextDouble() * count);

    /// <summary>Exponential with mean 1.</summary>
    public double NextExponential() => -Math.Log(1.0 - NextDouble());

    /// <summary>Standard normal, by the polar method, which yields two at a time.</summary>
    public double NextGaussian()
    {
        if (!double.IsNaN(_spare))
        {
            var kept = _spare;
            _spare = double.NaN;
            return kept;
        }

        double x, y, square;
        do
        {
            x = 2.0 * NextDouble() - 1.0;
            y = 2.0 * NextDouble() - 1.0;
            square = x * x + y * y;
        }
        while (square is >= 1.0 or 0.0);

        var scale = Math.Sqrt(-2.0 * Math.Log(square) / square);
        _spare = y * scale;
        return x * scale;
    }

    private ulong Next()
    {
        var result = BitOperations.RotateLeft(_s1 * 5, 7) * 9;
        var shifted = _s1 << 17;
        _s2 ^= _s0;
        _s3 ^= _s1;
        _s1 ^= _s2;
        _s0 ^= _s3;
        _s2 ^= shifted;
        _s3 = BitOperations.RotateLeft(_s3, 45);
        return result;
    }

    private static double ToUnit(ulong word) => (word >> 11) * (1.0 / (1UL << 53));

    private static ulong Mix(ulong word)
    {
        word = (word ^ (word >> 30)) * 0xBF58476D1CE4E5B9;
        word = (word ^ (word >> 27)) * 0x94D049BB133111EB;
        return word ^ (word >> 31);
    }
}
