using Draizer.Domain.Strategies;

namespace Draizer.Trading.Strategies;

/// <summary>Whether a condition is met, and by how much. The engine trades by it and the screens show it.</summary>
public static class ConditionEvaluator
{
    /// <param name="value">The indicator's value; NaN when not ready, which never meets anything.</param>
    /// <param name="other">The value of <see cref="Condition.Other"/>, where the condition has one.</param>
    public static bool IsMet(Condition condition, double value, double other = double.NaN)
    {
        var threshold = condition.Other is null ? condition.Value : other;
        if (!double.IsFinite(value) || !double.IsFinite(threshold))
            return false;

        return condition.Operator switch
        {
            ComparisonOperator.AtLeast => value >= threshold,
            ComparisonOperator.Above => value > threshold,
            ComparisonOperator.AtMost => value <= threshold,
            ComparisonOperator.Below => value < threshold,
            ComparisonOperator.Equal => value == threshold,
            ComparisonOperator.NotEqual => value != threshold,
            ComparisonOperator.Between => value >= threshold && value <= condition.UpperValue,
            _ => throw new ArgumentOutOfRangeException(nameof(condition), condition.Operator, "Not an operator."),
        };
    }

    /// <summary>0 for a condition that is not met, else 0.5 to 1 by its distance from the threshold.</summary>
    public static double Confidence(Condition condition, double value, double other = double.NaN)
    {
        if (!IsMet(condition, value, other))
            return 0;

        var threshold = condition.Other is null ? condition.Value : other;
        var distance = condition.Operator switch
        {
            ComparisonOperator.Equal or ComparisonOperator.NotEqual => 0,
            ComparisonOperator.Between =>
                Math.Min(value - threshold, condition.UpperValue - value) / ((condition.UpperValue - threshold) / 2),
            _ => Math.Abs(value - threshold) / Math.Max(Math.Abs(threshold), 1),
        };
        return 0.5 + (0.5 * Math.Min(1, distance));
    }
}
