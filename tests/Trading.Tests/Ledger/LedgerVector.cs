using System.Globalization;
using System.Text.Json;

namespace Draizer.Trading.Tests.Ledger;

/// <summary>A recorded account: operations in order, and the state after some of them as an independent program computed it.</summary>
internal sealed record LedgerVector(decimal Initial, decimal MaintenanceRate, IReadOnlyList<JsonElement> Steps)
{
    public static LedgerVector Read(string name)
    {
        var path = Path.Combine(AppContext.BaseDirectory, "vectors", name + ".json");
        var root = JsonDocument.Parse(File.ReadAllBytes(path)).RootElement;
        return new LedgerVector(Money(root, "initial"), Money(root, "maintenance_rate"), [.. root.GetProperty("steps").EnumerateArray()]);
    }

    public static decimal Money(JsonElement element, string property) =>
        decimal.Parse(Text(element, property)!, NumberStyles.Float, CultureInfo.InvariantCulture);

    public static string? Text(JsonElement element, string property) =>
        element.TryGetProperty(property, out var value) ? value.GetString() : null;
}
