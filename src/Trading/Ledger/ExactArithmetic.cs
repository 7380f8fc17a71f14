using System.Numerics;
using Draizer.Domain.Money;

namespace Draizer.Trading.Ledger;

/// <summary>
/// Products and quotients that are exact until they are rounded, once, half-even to the decimals of money. Plain <c>decimal</c>
/// rounds a product already at its 28th digit, so an amount just beside a tie could fall to the wrong side.
/// </summary>
public static class ExactArithmetic
{
    private const int DecimalBits = 96;
    private const int DecimalMaxScale = 28;

    private static readonly BigInteger RoundingScale = BigInteger.Pow(10, Exact.Decimals);

    public static decimal RoundedProduct(decimal a, decimal b) => RoundedRatio(Unscaled(a) * Unscaled(b), PowerOfTen(a.Scale + b.Scale));

    public static decimal RoundedProduct(decimal a, decimal b, decimal c) =>
        RoundedRatio(Unscaled(a) * Unscaled(b) * Unscaled(c), PowerOfTen(a.Scale + b.Scale + c.Scale));

    public static decimal RoundedQuotient(decimal a, decimal b) =>
        RoundedRatio(Unscaled(a) * PowerOfTen(b.Scale), Unscaled(b) * PowerOfTen(a.Scale));

    /// <summary><paramref name="part"/> / <paramref name="whole"/> of an amount.</summary>
    public static decimal RoundedShare(decimal amount, decimal part, decimal whole) =>
        RoundedRatio(Unscaled(amount) * Unscaled(part) * PowerOfTen(whole.Scale), Unscaled(whole) * PowerOfTen(amount.Scale + part.Scale));

    /// <summary>The sign of <c>a·b·c - amount</c>.</summary>
    public static int CompareProduct(decimal a, decimal b, decimal c, decimal amount)
    {
        // Marks come with every trade, and their products nearly always fit.
        if (a.Scale + b.Scale + c.Scale <= DecimalMaxScale && BitLength(a) + BitLength(b) + BitLength(c) <= DecimalBits)
            return decimal.Compare(a * b * c, amount);

        var product = Unscaled(a) * Unscaled(b) * Unscaled(c) * PowerOfTen(amount.Scale);
        return product.CompareTo(Unscaled(amount) * PowerOfTen(a.Scale + b.Scale + c.Scale));
    }

    private static decimal RoundedRatio(BigInteger numerator, BigInteger denominator)
    {
        if (denominator.Sign < 0)
            (numerator, denominator) = (-numerator, -denominator);

        var quotient = BigInteger.DivRem(BigInteger.Abs(numerator) * RoundingScale, denominator, out var remainder);
        var toHalf = (remainder * 2).CompareTo(denominator);
        if (toHalf > 0 || (toHalf == 0 && !quotient.IsEven))
            quotient++;

        return WithDecimals(quotient, isNegative: numerator.Sign < 0);
    }

    private static decimal WithDecimals(BigInteger magnitude, bool isNegative)
    {
        var bits = (UInt128)magnitude;
        if (bits >> DecimalBits != 0)
            throw new OverflowException("An amount of money too large for a decimal.");

        return new decimal((int)(uint)bits, (int)(uint)(bits >> 32), (int)(uint)(bits >> 64), isNegative && bits != 0, Exact.Decimals);
    }

    private static BigInteger Unscaled(decimal value)
    {
        BigInteger magnitude = Magnitude(value);
        return value < 0 ? -magnitude : magnitude;
    }

    private static int BitLength(decimal value) => 128 - (int)UInt128.LeadingZeroCount(Magnitude(value));

    private static UInt128 Magnitude(decimal value)
    {
        Span<int> parts = stackalloc int[4];
        decimal.GetBits(value, parts);
        return new UInt128((uint)parts[2], ((ulong)(uint)parts[1] << 32) | (uint)parts[0]);
    }

    private static BigInteger PowerOfTen(int exponent) => BigInteger.Pow(10, exponent);
}
