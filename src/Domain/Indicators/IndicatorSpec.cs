using System.Globalization;

namespace Draizer.Domain.Indicators;

/// <summary>
/// An indicator with all its parameters filled in. Two specs are equal when they name the same calculation, so that it is done once.
/// Made by the catalogue of indicators, which knows names, defaults and what makes sense.
/// </summary>
public sealed class IndicatorSpec : IEquatable<IndicatorSpec>
{
    private readonly string _key;

    /// <param name="name">As in a strategy's <c>condition_type</c>.</param>
    /// <param name="parameters">Every parameter, defaults included, in the order of their definition.</param>
    /// <param name="label">The name, with those parameters in brackets that differ from the defaults.</param>
    public IndicatorSpec(string name, IReadOnlyList<KeyValuePair<string, double>> parameters, string label)
    {
        Name = name;
        Parameters = parameters;
        Label = label;
        _key = name + "(" + string.Join(",", parameters.Select(p => p.Key + "=" + p.Value.ToString("R", CultureInfo.InvariantCulture))) + ")";
    }

    public string Name { get; }
    public IReadOnlyList<KeyValuePair<string, double>> Parameters { get; }
    public string Label { get; }

    /// <summary>The value of a parameter that the indicator's definition has; asking for another is a bug.</summary>
    public double this[string parameter]
    {
        get
        {
            foreach (var (name, value) in Parameters)
            {
                if (name == parameter)
                    return value;
            }

            throw new ArgumentException($"{Name} has no parameter {parameter}.", nameof(parameter));
        }
    }

    public bool Equals(IndicatorSpec? other) => other is not null && _key == other._key;
    public override bool Equals(object? obj) => Equals(obj as IndicatorSpec);
    public override int GetHashCode() => _key.GetHashCode(StringComparison.Ordinal);
    public override string ToString() => _key;
}
