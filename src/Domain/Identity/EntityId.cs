namespace Draizer.Domain.Identity;

/// <summary>
/// Names an order, signal, episode or position: the boot epoch of the engine that made it, the input's sequence, and a number within it.
/// Nothing random goes into it, so a replay gives the same ids.
/// </summary>
public readonly record struct EntityId(long EpochMs, long Sequence, int Ordinal) : IComparable<EntityId>
{
    private const string Digits = "0123456789abcdefghijklmnopqrstuvwxyz";

    public override string ToString() => $"{ToBase36(EpochMs)}-{ToBase36(Sequence)}-{ToBase36(Ordinal)}";

    public static bool TryParse(string? text, out EntityId id)
    {
        id = default;
        var parts = text?.Split('-');
        if (parts is not { Length: 3 }
            || !TryFromBase36(parts[0], out var epoch) || !TryFromBase36(parts[1], out var sequence)
            || !TryFromBase36(parts[2], out var ordinal) || ordinal > int.MaxValue)
        {
            return false;
        }

        id = new EntityId(epoch, sequence, (int)ordinal);
        return true;
    }

    public int CompareTo(EntityId other) =>
        (EpochMs, Sequence, Ordinal).CompareTo((other.EpochMs, other.Sequence, other.Ordinal));

    public static bool operator <(EntityId left, EntityId right) => left.CompareTo(right) < 0;
    public static bool operator >(EntityId left, EntityId right) => left.CompareTo(right) > 0;
    public static bool operator <=(EntityId left, EntityId right) => left.CompareTo(right) <= 0;
    public static bool operator >=(EntityId left, EntityId right) => left.CompareTo(right) >= 0;

    private static string ToBase36(long value)
    {
        Span<char> text = stackalloc char[13];
        var at = text.Length;
        do
        {
            text[--at] = Digits[(int)(value % 36)];
            value /= 36;
        }
        while (value > 0);
        return new string(text[at..]);
    }

    private static bool TryFromBase36(string text, out long value)
    {
        value = 0;
        if (text.Length is 0 or > 12)
            return false;

        foreach (var c in text)
        {
            var digit = char.IsAsciiDigit(c) ? c - '0' : char.IsAsciiLetterLower(c) ? c - 'a' + 10 : -1;
            if (digit < 0)
                return false;
            value = (value * 36) + digit;
        }

        return true;
    }
}
