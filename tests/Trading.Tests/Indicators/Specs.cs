using Draizer.Domain.Indicators;
using Draizer.Trading.Indicators;

namespace Draizer.Trading.Tests.Indicators;

/// <summary>Short ways to write specs.</summary>
internal static class Specs
{
    public static IndicatorSpec Of(string name, params (string Name, double Value)[] parameters) =>
        Of(name, parameters.ToDictionary(p => p.Name, p => p.Value));

    public static IndicatorSpec Of(string name, IReadOnlyDictionary<string, double> parameters)
    {
        Assert.True(IndicatorCatalogue.TryCreate(name, parameters, out var spec, out var faults), string.Join("; ", faults));
        return spec;
    }
}
