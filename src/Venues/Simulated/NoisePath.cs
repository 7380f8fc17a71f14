using System.Diagnostics;

namespace Draizer.Venues.Simulated;

/// <summary>
/// Noise in a logarithm of a price: a quick and a slow mean-reverting part, drawn on a fixed grid of time and joined by straight
/// lines. The grid makes the path the same whoever looks at it and however often.
/// </summary>
internal sealed class NoisePath
{
    private const long StepUs = 500_000;

    // The laggard of the venues looks at most 2 s back: 4 steps, and one at either end.
    private const int Kept = 8;

    private readonly Xoshiro256 _random;
    private readonly long _originUs;
    private readonly double[] _values = new double[Kept];
    private readonly Reversion _quick;
    private readonly Reversion _slow;
    private double _quickValue;
    private double _slowValue;
    private long _newest;

    public NoisePath(Xoshiro256 random, long originUs, NoiseStrength quick, NoiseStrength slow)
    {
        _random = random;
        _originUs = originUs;
        _quick = Reversion.Per(StepUs, quick);
        _slow = Reversion.Per(StepUs, slow);
    }

    /// <summary>The path at a time, which may lie a little before the latest asked for, and is 0 until the origin.</summary>
    public double At(long timeUs)
    {
        var sinceOriginUs = Math.Max(0, timeUs - _originUs);
        var step = sinceOriginUs / StepUs;
        while (_newest <= step)
            DrawNext();

        Debug.Assert(step > _newest - Kept, "A venue looks further back than the path remembers.");
        var before = _values[step % Kept];
        var after = _values[(step + 1) % Kept];
        return before + (after - before) * ((sinceOriginUs - step * StepUs) / (double)StepUs);
    }

    private void DrawNext()
    {
        _quickValue = _quickValue * _quick.Keep + _quick.Spread * _random.NextGaussian();
        _slowValue = _slowValue * _slow.Keep + _slow.Spread * _random.NextGaussian();
        _newest++;
        _values[_newest % Kept] = _quickValue + _slowValue;
    }

    /// <summary>The exact step of a mean-reverting process over a fixed time.</summary>
    private readonly record struct Reversion(double Keep, double Spread)
    {
        public static Reversion Per(long stepUs, NoiseStrength noise)
        {
            var keep = Math.Exp(-stepUs / 1e6 / noise.ReversionSeconds);
            return new(keep, noise.PctPerRootSecond / 100 * Math.Sqrt(noise.ReversionSeconds / 2 * (1 - keep * keep)));
        }
    }
}

/// <summary>How strong a mean-reverting noise is, and how soon it forgets.</summary>
internal readonly record struct NoiseStrength(double PctPerRootSecond, double ReversionSeconds);
