using Draizer.Domain.Indicators;
using Draizer.Trading.Documents;
using Draizer.Trading.Indicators;

namespace Draizer.Trading.Strategies.Documents;

/// <summary>Reads an indicator's name and parameters, and lets the catalogue judge them.</summary>
internal static class IndicatorReader
{
    private const int MaxNameLength = 64;

    /// <param name="nameField">The field of <paramref name="holder"/> that holds the name; the parameters lie beside it.</param>
    public static IndicatorSpec? Read(DocumentObject holder, string nameField)
    {
        var name = holder.Required(nameField)?.AsText(MaxNameLength);
        var given = holder.Optional("parameters")?.AsObject();
        var parameters = ReadParameters(given);
        if (name is null)
            return null;

        IndicatorCatalogue.TryCreate(name, parameters, out var spec, out var faults);
        foreach (var fault in faults)
        {
            if (fault.Parameter is not null && given is not null)
                given.Fault(fault.Parameter, fault.Code, fault.Message);
            else
                holder.Fault(nameField, fault.Code, fault.Message);
        }

        return spec;
    }

    private static Dictionary<string, double>? ReadParameters(DocumentObject? given)
    {
        if (given is null)
            return null;

        var parameters = new Dictionary<string, double>();
        foreach (var (name, node) in given.All())
        {
            if (node.AsNumber() is { } number)
                parameters.Add(name, number);
        }

        return parameters;
    }
}
