using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Draizer.Trading.Ports;

namespace Draizer.Storage.Embedded;

/// <summary>Where a page ended: the sort key of its last row, in a form that says nothing to clients.</summary>
internal readonly record struct Cursor(string List, long TimeUs, string Id)
{
    private const char Separator = '|';

    public override string ToString() =>
        Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{List}|{TimeUs}|{Id}")));

    public static Cursor Parse(string text, string list)
    {
        if (!Base64Url.IsValid(text))
            throw new InvalidCursorException(text);

        var parts = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text)).Split(Separator, 3);
        return parts.Length == 3 && parts[0] == list && long.TryParse(parts[1], CultureInfo.InvariantCulture, out var timeUs)
            ? new Cursor(list, timeUs, parts[2])
            : throw new InvalidCursorException(text);
    }
}
