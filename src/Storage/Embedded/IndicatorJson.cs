using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Draizer.Domain.Signals;

namespace Draizer.Storage.Embedded;

/// <summary>Indicator values as a JSON object, in their order: <c>{"pump_magnitude_pct":9.2,"rsi":null}</c>.</summary>
internal static class IndicatorJson
{
    // The text goes to a database, never into a page, so that labels stay readable.
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(IReadOnlyList<IndicatorReading> values)
    {
        if (values.Count == 0)
            return "{}";

        var text = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(text, Readable))
        {
            json.WriteStartObject();
            foreach (var (label, value) in values)
            {
                if (value is { } number && double.IsFinite(number))
                    json.WriteNumber(label, number);
                else
                    json.WriteNull(label);
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(text.WrittenSpan);
    }

    public static IReadOnlyList<IndicatorReading> Read(string text)
    {
        var values = new List<IndicatorReading>();
        var json = new Utf8JsonReader(Encoding.UTF8.GetBytes(text));
        json.Read();
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var label = json.GetString()!;
            json.Read();
            values.Add(new IndicatorReading(label, json.TokenType == JsonTokenType.Null ? null : json.GetDouble()));
        }

        return values;
    }
}
