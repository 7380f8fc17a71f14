using Draizer.Domain.Indicators;

namespace Draizer.Domain.Tests.Indicators;

public sealed class IndicatorSpecTests
{
    [Fact]
    public void Specs_of_the_same_calculation_are_equal_whatever_they_are_called()
    {
        var one = Twap(60, 5, label: "twap");
        var same = Twap(60.0, 5.0, label: "twap(t1=60,t2=5)");

        Assert.True(one.Equals(same));
        Assert.True(one.Equals((object)same));
        Assert.Equal(one.GetHashCode(), same.GetHashCode());
        Assert.Single(new HashSet<IndicatorSpec> { one, same });
    }

    [Fact]
    public void Another_parameter_value_name_or_parameter_makes_another_calculation()
    {
        var spec = Twap(60, 5);

        Assert.NotEqual(spec, Twap(60, 6));
        Assert.NotEqual(spec, Twap(60, 5.000000000000001));
        Assert.NotEqual(spec, new IndicatorSpec("vwap", spec.Parameters, "twap"));
        Assert.NotEqual(spec, new IndicatorSpec("twap", [new("t1", 60)], "twap"));
        Assert.False(spec.Equals(null));
        Assert.False(spec.Equals((object)"twap"));
    }

    [Fact]
    public void A_parameter_is_found_by_its_name()
    {
        Assert.Equal((60.0, 5.0), (Twap(60, 5)["t1"], Twap(60, 5)["t2"]));
        Assert.Throws<ArgumentException>(() => Twap(60, 5)["t3"]);
    }

    [Fact]
    public void ToString_names_every_parameter() => Assert.Equal("twap(t1=60,t2=0.5)", Twap(60, 0.5).ToString());

    private static IndicatorSpec Twap(double t1, double t2, string label = "twap") =>
        new("twap", [new("t1", t1), new("t2", t2)], label);
}
