using System.Globalization;

namespace Draizer.Storage.Embedded;

/// <summary>Money on its way to a REAL column; it comes back through its shortest text.</summary>
internal static class Real
{
    public static double From(decimal amount)
    {
        Span<char> text = stackalloc char[32];
        amount.TryFormat(text, out var length, provider: CultureInfo.InvariantCulture);
        // Through text: the conversion of the framework is not always the nearest double.
        return double.Parse(text[..length], NumberStyles.Float, CultureInfo.InvariantCulture);
    }
}
