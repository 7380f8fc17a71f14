using Draizer.Domain.Strategies;
using Draizer.Trading.Documents;

namespace Draizer.Trading.Strategies.Documents;

/// <summary>Reads a function of a risk indicator: points with ascending risk and values that are not negative.</summary>
internal static class CurveReader
{
    /// <summary>A price moved by all of itself is no price; a shift stays below.</summary>
    public const double WholePrice = 100;

    private const int MaxPoints = 64;
    private const int Coordinates = 2;

    /// <param name="below">What every value must stay below; null where there is no such limit.</param>
    public static RiskCurve? Read(DocumentNode? node, double? below = null)
    {
        if (node?.AsObject() is not { } curve)
            return null;

        var indicator = IndicatorReader.Read(curve, "risk_indicator");
        var points = ReadPoints(curve.Required("points"), below);
        curve.RefuseTheRest();
        return indicator is null || points is null ? null : new RiskCurve(indicator, points);
    }

    private static List<CurvePoint>? ReadPoints(DocumentNode? node, double? below)
    {
        if (node?.AsArray(MaxPoints) is not { } items)
            return null;

        if (items.Count == 0)
        {
            node.Fault(DocumentFault.InvalidValue, "At least one point is needed.");
            return null;
        }

        var points = new List<CurvePoint>();
        foreach (var item in items)
        {
            if (ReadPoint(item, below) is not { } point)
                continue;
            if (points.Count > 0 && point.Risk <= points[^1].Risk)
                item.Fault(DocumentFault.InvalidValue, "The risk must be above that of the point before.");
            points.Add(point);
        }

        return points;
    }

    private static CurvePoint? ReadPoint(DocumentNode node, double? below)
    {
        if (node.AsArray(int.MaxValue) is not { } pair)
            return null;

        if (pair.Count != Coordinates)
        {
            node.Fault(DocumentFault.InvalidValue, "A point is a risk and a value.");
            return null;
        }

        var (risk, value) = (pair[0].AsNumber(), pair[1].AsNumber());
        if (risk is null || value is null)
            return null;

        if (value < 0 || value >= below)
        {
            pair[1].Fault(DocumentFault.OutOfRange, below is null ? "Must not be negative." : $"Must be at least 0 and below {below}.");
            return null;
        }

        return new CurvePoint(risk.Value, value.Value);
    }
}
