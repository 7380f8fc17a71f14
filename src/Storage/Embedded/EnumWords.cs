using System.Text.RegularExpressions;

namespace Draizer.Storage.Embedded;

/// <summary>The words by which the database knows the values of an enumeration: STOP_LOSS for StopLoss.</summary>
internal static class EnumWords<T>
    where T : struct, Enum
{
    private static readonly Dictionary<T, string> UpperByValue = Enum.GetValues<T>().ToDictionary(v => v, ToWords);
    private static readonly Dictionary<T, string> LowerByValue = UpperByValue.ToDictionary(p => p.Key, p => p.Value.ToLowerInvariant());

    private static readonly Dictionary<string, T> ValueByWord =
        UpperByValue.ToDictionary(p => p.Value, p => p.Key, StringComparer.OrdinalIgnoreCase);

    public static string Upper(T value) => UpperByValue[value];

    public static string Lower(T value) => LowerByValue[value];

    public static T Parse(string word) =>
        ValueByWord.TryGetValue(word, out var value) ? value : throw new InvalidDataException($"'{word}' is no {typeof(T).Name}.");

    private static string ToWords(T value) =>
        Regex.Replace(value.ToString(), "(?<=[a-z])(?=[A-Z])", "_", RegexOptions.None, TimeSpan.FromSeconds(1)).ToUpperInvariant();
}
