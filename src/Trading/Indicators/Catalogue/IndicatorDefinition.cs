using Draizer.Domain.Indicators;

namespace Draizer.Trading.Indicators;

/// <summary>Two parameters of which the first must be the smaller.</summary>
internal sealed record ParameterOrder(string Smaller, string Larger);

/// <summary>An indicator of the catalogue: its parameters in order, and what they must obey.</summary>
internal sealed record IndicatorDefinition(
    string Name, IndicatorKind Kind, IReadOnlyList<IndicatorParameter> Parameters, ParameterOrder? Order = null)
{
    public IReadOnlyList<IndicatorFault> Faults(IReadOnlyDictionary<string, double> given)
    {
        var faults = new List<IndicatorFault>();

        // Ordinal order, because a dictionary's own must not show in an answer.
        foreach (var name in given.Keys.Order(StringComparer.Ordinal))
        {
            if (Parameters.All(p => p.Name != name))
                faults.Add(new IndicatorFault(name, IndicatorFault.UnknownParameter, $"{Name} has no parameter {name}."));
        }

        foreach (var parameter in Parameters)
        {
            if (given.TryGetValue(parameter.Name, out var value) && parameter.Check(value) is { } fault)
                faults.Add(fault);
        }

        if (Order is not null && faults.All(f => f.Parameter != Order.Smaller && f.Parameter != Order.Larger)
            && !IsSmaller(ValueOf(Order.Smaller, given), ValueOf(Order.Larger, given)))
        {
            faults.Add(new IndicatorFault(
                Order.Smaller, IndicatorFault.Contradiction, $"{Order.Smaller} must be smaller than {Order.Larger}."));
        }

        return faults;
    }

    public IndicatorSpec Create(IReadOnlyDictionary<string, double> given)
    {
        var values = new List<KeyValuePair<string, double>>();
        var differing = new List<string>();
        foreach (var parameter in Parameters)
        {
            var value = ValueOf(parameter.Name, given);
            values.Add(KeyValuePair.Create(parameter.Name, value));
            if (value != parameter.Default)
                differing.Add($"{parameter.Name}={value:R}");
        }

        var label = differing.Count == 0 ? Name : $"{Name}({string.Join(",", differing)})";
        return new IndicatorSpec(Name, values, label);
    }

    // Adding zero turns -0 into 0, which would otherwise name a second calculation.
    private double ValueOf(string name, IReadOnlyDictionary<string, double> given) =>
        given.TryGetValue(name, out var value) ? value + 0.0 : Parameters.First(p => p.Name == name).Default;

    // Windows that end where they start, to the microsecond, are as empty as those that end before; so a step of one is asked for.
    private static bool IsSmaller(double left, double right) => right - left > 0.5e-6;
}
