using System.Globalization;

namespace Draizer.Domain.Money;

/// <summary>The rules of exact money: eight decimals, half to even, and prices that cross over from <c>double</c> without loss.</summary>
public static class Exact
{
    public const int Decimals = 8;

    /// <summary>Rounds an amount that is about to be posted.</summary>
    public static decimal Round(decimal amount) => Math.Round(amount, Decimals, MidpointRounding.ToEven);

    /// <summary>
    /// The decimal with the shortest text that reads back as <paramref name="value"/>. The built-in conversion keeps only
    /// 15 digits, which would move some prices.
    /// </summary>
    public static decimal FromDouble(double value)
    {
        Span<char> text = stackalloc char[32];
        if (!double.IsFinite(value) || !value.TryFormat(text, out var length, "R", CultureInfo.InvariantCulture))
            throw new ArgumentOutOfRangeException(nameof(value), value, "Not a number that money can be made of.");

        return decimal.Parse(text[..length], NumberStyles.Float, CultureInfo.InvariantCulture);
    }

    /// <summary>The largest multiple of <paramref name="step"/> that is not above <paramref name="value"/>.</summary>
    public static decimal FloorTo(decimal value, decimal step) => Math.Floor(value / step) * step;

    /// <summary>The smallest multiple of <paramref name="step"/> that is not below <paramref name="value"/>.</summary>
    public static decimal CeilingTo(decimal value, decimal step) => Math.Ceiling(value / step) * step;
}
