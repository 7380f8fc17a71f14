using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace Draizer.Api.OpenApi;

/// <summary>A parameter of a query, as the document tells of it.</summary>
public sealed record QueryParameter(string Name, string Description)
{
    private bool IsRequired { get; init; }
    private bool IsWhole { get; init; }
    private IReadOnlyList<string> Words { get; init; } = [];

    public static QueryParameter Session { get; } = new("session_id", "A session's id.");
    public static QueryParameter NeededSession { get; } = Session with { IsRequired = true };
    public static QueryParameter Symbol { get; } = new("symbol", "As in BTC_USDT.");
    public static QueryParameter NeededSymbol { get; } = Symbol with { IsRequired = true };
    public static QueryParameter Venue { get; } = new("venue", "As in sim.");
    public static QueryParameter Strategy { get; } = new("strategy", "A strategy's name.");
    public static QueryParameter Cursor { get; } = new("cursor", "The next_cursor of the page before.");

    public static QueryParameter Limit(int standard, int most = 1_000) =>
        new("limit", $"How many at most: 1 to {most}, {standard} where absent.") { IsWhole = true };

    public static QueryParameter OneOf(string name, string description, IEnumerable<string> words) =>
        new(name, description) { Words = [.. words] };

    public static QueryParameter OneOf<T>(string name, string description)
        where T : struct, Enum => OneOf(name, description, Enum.GetValues<T>().Select(v => Wire.Words.Of(v)));

    public OpenApiParameter Describe() => new()
    {
        Name = Name,
        In = ParameterLocation.Query,
        Description = Description,
        Required = IsRequired,
        Schema = new OpenApiSchema
        {
            Type = IsWhole ? JsonSchemaType.Integer : JsonSchemaType.String,
            Enum = Words.Count == 0 ? null : [.. Words.Select(word => (JsonNode)JsonValue.Create(word))],
        },
    };
}
