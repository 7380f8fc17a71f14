using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Draizer.Api.Wire;

/// <summary>A time on the wire: ISO 8601 UTC with microseconds.</summary>
[JsonConverter(typeof(TimestampConverter))]
public readonly record struct Timestamp(long UnixUs)
{
    private static readonly string[] Formats =
        ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd"];

    public override string ToString() =>
        DateTime.UnixEpoch.AddTicks(UnixUs * TimeSpan.TicksPerMicrosecond).ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);

    public static Timestamp? From(long? unixUs) => unixUs is { } us ? new Timestamp(us) : null;

    /// <summary>Reads ISO 8601, UTC where it names no zone, or Unix seconds; nothing before 1970.</summary>
    public static bool TryParse(string text, out Timestamp timestamp)
    {
        timestamp = default;
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds < 100_000_000_000)
        {
            timestamp = new Timestamp(seconds * 1_000_000);
            return true;
        }

        if (!DateTimeOffset.TryParseExact(text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            || time < DateTimeOffset.UnixEpoch)
        {
            return false;
        }

        timestamp = new Timestamp((time - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond);
        return true;
    }

    private sealed class TimestampConverter : JsonConverter<Timestamp>
    {
        public override Timestamp Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            TryParse(reader.GetString() ?? "", out var timestamp) ? timestamp : throw new JsonException("Not a time.");

        public override void Write(Utf8JsonWriter writer, Timestamp value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString());
    }
}
