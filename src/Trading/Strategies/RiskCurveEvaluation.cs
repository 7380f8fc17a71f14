using Draizer.Domain.Strategies;

namespace Draizer.Trading.Strategies;

/// <summary>Reads a <see cref="RiskCurve"/>: straight lines between its corners, constant beyond its ends.</summary>
public static class RiskCurveEvaluation
{
    /// <summary>The curve's value at a risk, or <paramref name="otherwise"/> when the risk is not known.</summary>
    public static double At(this RiskCurve curve, double risk, double otherwise)
    {
        if (double.IsNaN(risk))
            return otherwise;

        var points = curve.Points;
        if (risk <= points[0].Risk)
            return points[0].Value;

        for (var i = 1; i < points.Count; i++)
        {
            var (left, right) = (points[i - 1], points[i]);
            if (risk <= right.Risk)
                return left.Value + ((right.Value - left.Value) * ((risk - left.Risk) / (right.Risk - left.Risk)));
        }

        return points[^1].Value;
    }
}
