using Draizer.Domain.Money;
using Draizer.Trading.Ledger;

namespace Draizer.Trading.Tests.Ledger;

public sealed class ExactArithmeticTests
{
    // Their product has 35 decimals and lies just above a tie. decimal stops at 28 and sees the tie.
    private const decimal HalfAUnit = 0.000000005m;
    private const decimal JustAboveOne = 1.00000000000000000000000001m;

    [Fact]
    public void RoundedProduct_JustBesideATie_FallsToTheRightSide()
    {
        Assert.Equal(0m, Exact.Round(HalfAUnit * JustAboveOne));
        Assert.Equal(0.00000001m, ExactArithmetic.RoundedProduct(HalfAUnit, JustAboveOne));
        Assert.Equal(-0.00000001m, ExactArithmetic.RoundedProduct(HalfAUnit, JustAboveOne, -1m));
    }

    [Theory]
    [InlineData("0.000000005", "0")]
    [InlineData("0.000000015", "0.00000002")]
    [InlineData("0.000000025", "0.00000002")]
    [InlineData("-0.000000015", "-0.00000002")]
    [InlineData("-0.000000025", "-0.00000002")]
    [InlineData("123456789012.123456789", "123456789012.12345679")]
    public void RoundedProduct_OnATie_GoesToTheEvenDigit(string amount, string expected)
    {
        Assert.Equal(decimal.Parse(expected), ExactArithmetic.RoundedProduct(decimal.Parse(amount), 1m));
    }

    [Fact]
    public void RoundedProduct_OfManyDigits_KeepsThemAll()
    {
        // 79,228,162,514.26433759 · 1.00000001 = 79,228,163,306.54596273|51426...
        Assert.Equal(79_228_163_306.54596273m, ExactArithmetic.RoundedProduct(79_228_162_514.26433759m, 1.00000001m));
    }

    [Theory]
    [InlineData("100", "1", "3", "33.33333333")]
    [InlineData("200", "2", "3", "133.33333333")]
    [InlineData("0.00000001", "1", "2", "0")]
    [InlineData("0.00000003", "1", "2", "0.00000002")]
    [InlineData("1199.99999999", "0.02", "0.02", "1199.99999999")]
    public void RoundedShare_OfAnAmount_IsRoundedOnce(string amount, string part, string whole, string expected)
    {
        var share = ExactArithmetic.RoundedShare(decimal.Parse(amount), decimal.Parse(part), decimal.Parse(whole));

        Assert.Equal(decimal.Parse(expected), share);
    }

    [Theory]
    [InlineData("300", "7", "42.85714286")]
    [InlineData("-300", "7", "-42.85714286")]
    [InlineData("300", "-7", "-42.85714286")]
    [InlineData("0.00000001", "2", "0")]
    [InlineData("1", "0.03", "33.33333333")]
    public void RoundedQuotient_IsRoundedHalfToEven(string amount, string divisor, string expected)
    {
        Assert.Equal(decimal.Parse(expected), ExactArithmetic.RoundedQuotient(decimal.Parse(amount), decimal.Parse(divisor)));
    }

    [Fact]
    public void CompareProduct_SeesDifferencesThatDecimalRoundsAway()
    {
        Assert.Equal(0, decimal.Compare(HalfAUnit * JustAboveOne, HalfAUnit));
        Assert.Equal(1, ExactArithmetic.CompareProduct(HalfAUnit, JustAboveOne, 1m, HalfAUnit));
        Assert.Equal(-1, ExactArithmetic.CompareProduct(HalfAUnit, JustAboveOne, -1m, -HalfAUnit));
        Assert.Equal(0, ExactArithmetic.CompareProduct(2m, 3m, 0.5m, 3.0m));
        Assert.Equal(-1, ExactArithmetic.CompareProduct(2m, 3m, 0.5m, 3.00000001m));
    }

    [Fact]
    public void RoundedProduct_WhereDecimalIsExact_AgreesWithIt()
    {
        var random = new Random(17);
        for (var i = 0; i < 5_000; i++)
        {
            var a = random.NextInt64(-1_000_000_000, 1_000_000_000) / 10_000m;
            var b = random.NextInt64(0, 10_000_000_000) / 100_000_000m;
            Assert.True(Exact.Round(a * b) == ExactArithmetic.RoundedProduct(a, b), $"{a} · {b}");
        }
    }

    [Fact]
    public void RoundedProduct_TooLargeForMoney_Overflows() =>
        Assert.Throws<OverflowException>(() => ExactArithmetic.RoundedProduct(decimal.MaxValue, 1m));
}
