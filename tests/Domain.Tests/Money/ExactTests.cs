using System.Globalization;
using Draizer.Domain.Money;

namespace Draizer.Domain.Tests.Money;

public sealed class ExactTests
{
    [Theory]
    [InlineData(0.1, "0.1")]
    [InlineData(67000.1, "67000.1")]
    [InlineData(1.1292e-05, "0.000011292")]
    [InlineData(1E-07, "0.0000001")]
    [InlineData(1.5E+20, "150000000000000000000")]
    [InlineData(-3.25, "-3.25")]
    [InlineData(0.0, "0")]
    public void FromDouble_GivesTheDecimalOfTheShortestText(double value, string expected)
    {
        Assert.Equal(decimal.Parse(expected, CultureInfo.InvariantCulture), Exact.FromDouble(value));
    }

    [Theory]
    [InlineData(0.30000000000000004, "0.30000000000000004")]
    [InlineData(123456.78901234567, "123456.78901234567")]
    public void FromDouble_KeepsTheDigitsThatACastDrops(double value, string expected)
    {
        var exact = decimal.Parse(expected, CultureInfo.InvariantCulture);

        Assert.NotEqual(exact, (decimal)value);
        Assert.Equal(exact, Exact.FromDouble(value));
    }

    [Fact]
    public void FromDouble_ReadsBackAsTheSameDouble()
    {
        var random = new Random(11);
        for (var i = 0; i < 5_000; i++)
        {
            var value = random.NextDouble() * Math.Pow(10, random.Next(-5, 10));
            var text = Exact.FromDouble(value).ToString(CultureInfo.InvariantCulture);
            Assert.Equal(value, double.Parse(text, CultureInfo.InvariantCulture));
        }
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void FromDouble_OfWhatIsNoNumber_Throws(double value) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Exact.FromDouble(value));

    [Theory]
    [InlineData("0.000000005", "0")]
    [InlineData("0.000000015", "0.00000002")]
    [InlineData("0.000000025", "0.00000002")]
    [InlineData("-0.000000015", "-0.00000002")]
    [InlineData("0.0000000250000001", "0.00000003")]
    [InlineData("1.123456784", "1.12345678")]
    public void Round_OnATie_GoesToTheEvenDigit(string amount, string expected)
    {
        Assert.Equal(Parse(expected), Exact.Round(Parse(amount)));
    }

    [Theory]
    [InlineData("0.0079", "0.001", "0.007", "0.008")]
    [InlineData("0.3", "0.1", "0.3", "0.3")]
    [InlineData("67000.14", "0.1", "67000.1", "67000.2")]
    [InlineData("17711999", "1000", "17711000", "17712000")]
    [InlineData("0.0004", "0.001", "0", "0.001")]
    public void FloorTo_and_CeilingTo_FindTheMultiplesOfTheStepAround(string value, string step, string below, string above)
    {
        Assert.Equal(Parse(below), Exact.FloorTo(Parse(value), Parse(step)));
        Assert.Equal(Parse(above), Exact.CeilingTo(Parse(value), Parse(step)));
    }

    private static decimal Parse(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
