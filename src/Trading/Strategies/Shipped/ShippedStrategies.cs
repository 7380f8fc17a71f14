using Draizer.Domain.Strategies;
using Draizer.Trading.Strategies.Documents;

namespace Draizer.Trading.Strategies.Shipped;

/// <summary>The strategies that come with the engine, by name.</summary>
public static class ShippedStrategies
{
    private static readonly string[] Names = ["flash_pump_detection", "pump_dump_detection"];

    public static IReadOnlyDictionary<string, StrategyDefinition> All { get; } =
        new SortedDictionary<string, StrategyDefinition>(Names.ToDictionary(name => name, Read), StringComparer.Ordinal);

    private static StrategyDefinition Read(string name)
    {
        using var stream = typeof(ShippedStrategies).Assembly.GetManifestResourceStream($"Strategies/{name}.json")
            ?? throw new InvalidOperationException($"The shipped strategy {name} is missing.");
        using var reader = new StreamReader(stream);
        var result = StrategyDocument.Parse(reader.ReadToEnd(), expectedName: name);
        return result.Definition
            ?? throw new InvalidOperationException($"The shipped strategy {name} is refused: {string.Join("; ", result.Faults)}");
    }
}
