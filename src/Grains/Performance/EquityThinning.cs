using Draizer.Trading.Ports;

namespace Draizer.Grains.Performance;

/// <summary>Takes points out of a curve that no screen could show.</summary>
internal static class EquityThinning
{
    /// <summary>Evenly spaced by place; the first and the last stay.</summary>
    public static IReadOnlyList<EquityPoint> Thin(IReadOnlyList<EquityPoint> points, int most)
    {
        if (points.Count <= most)
            return points;

        var thinned = new EquityPoint[most];
        for (var i = 0; i < most; i++)
            thinned[i] = points[(int)((long)i * (points.Count - 1) / (most - 1))];
        return thinned;
    }
}
