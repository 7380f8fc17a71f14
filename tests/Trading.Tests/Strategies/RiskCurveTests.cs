using Draizer.Domain.Strategies;
using Draizer.Trading.Strategies;

namespace Draizer.Trading.Tests.Strategies;

public sealed class RiskCurveTests
{
    private static readonly RiskCurve Sizing = new(TestStrategy.Indicator("risk"), [new(0, 1.0), new(1, 0.7), new(3, 0.3)]);

    [Theory]
    [InlineData(-5, 1.0)] // before the first corner
    [InlineData(0, 1.0)]
    [InlineData(0.5, 0.85)] // halfway from 1.0 to 0.7
    [InlineData(1, 0.7)]
    [InlineData(2.5, 0.4)] // three quarters from 0.7 to 0.3
    [InlineData(3, 0.3)]
    [InlineData(50, 0.3)] // beyond the last corner
    [InlineData(double.NaN, 9)] // not known
    public void At_BetweenAndBeyondCorners_IsPiecewiseLinear(double risk, double expected) =>
        Assert.Equal(expected, Sizing.At(risk, otherwise: 9), precision: 12);

    [Fact]
    public void At_CurveOfOnePoint_IsConstant() =>
        Assert.Equal(0.4, new RiskCurve(TestStrategy.Indicator("risk"), [new(2, 0.4)]).At(7, otherwise: 1));
}
