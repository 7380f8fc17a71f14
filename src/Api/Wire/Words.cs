using System.Collections.Concurrent;
using System.Text.Json;

namespace Draizer.Api.Wire;

/// <summary>Enumerations as words: <c>SIGNAL_DETECTED</c> for states and kinds, <c>stop_loss</c> for reasons.</summary>
public static class Words
{
    private static readonly ConcurrentDictionary<Enum, string> Lower = new();
    private static readonly ConcurrentDictionary<Enum, string> Upper = new();

    public static string Of(Enum value) =>
        Upper.GetOrAdd(value, static v => IsAbbreviation(v) ? v.ToString() : JsonNamingPolicy.SnakeCaseUpper.ConvertName(v.ToString()));

    public static string LowerOf(Enum value) =>
        Lower.GetOrAdd(value, static v => JsonNamingPolicy.SnakeCaseLower.ConvertName(v.ToString()));

    public static bool TryParse<T>(string text, out T value)
        where T : struct, Enum
    {
        foreach (var candidate in Enum.GetValues<T>())
        {
            if (string.Equals(Of(candidate), text, StringComparison.OrdinalIgnoreCase))
            {
                value = candidate;
                return true;
            }
        }

        value = default;
        return false;
    }

    public static string ListOf<T>()
        where T : struct, Enum => string.Join(", ", Enum.GetValues<T>().Select(v => Of(v)));

    // S1 and ZE1 are names of their own, not words to be split.
    private static bool IsAbbreviation(Enum value) => value is Domain.Signals.Section;
}
