using System.Globalization;
using Draizer.Trading.Documents;

namespace Draizer.Api.Wire;

/// <summary>Reads query parameters strictly: unknown ones, repeated ones and values that make no sense are faults.</summary>
public sealed class QueryReader(IQueryCollection query)
{
    private readonly HashSet<string> _known = [];
    private readonly List<DocumentFault> _faults = [];

    public string? Text(string name)
    {
        _known.Add(name);
        if (!query.TryGetValue(name, out var values) || string.IsNullOrEmpty(values.ToString()))
            return null;
        if (values.Count == 1)
            return values[0];

        Fault(name, DocumentFault.DuplicateField, "The parameter is given twice.");
        return null;
    }

    public string Required(string name)
    {
        if (Text(name) is { } text)
            return text;

        Fault(name, DocumentFault.Missing, "The parameter is missing.");
        return "";
    }

    public int Limit(int standard, int most = 1_000)
    {
        if (Text("limit") is not { } text)
            return standard;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit >= 1 && limit <= most)
            return limit;

        Fault("limit", DocumentFault.OutOfRange, $"Must be a whole number from 1 to {most}.");
        return standard;
    }

    public T? OneOf<T>(string name)
        where T : struct, Enum
    {
        if (Text(name) is not { } text)
            return null;
        if (Words.TryParse<T>(text, out var value))
            return value;

        Fault(name, DocumentFault.InvalidValue, $"Must be one of {Words.ListOf<T>()}.");
        return null;
    }

    public long? Time(string name)
    {
        if (Text(name) is not { } text)
            return null;
        if (Timestamp.TryParse(text, out var timestamp))
            return timestamp.UnixUs;

        Fault(name, DocumentFault.InvalidValue, "Must be an ISO 8601 time or Unix seconds, from 1970 on.");
        return null;
    }

    public void Fault(string name, string code, string message) => _faults.Add(new DocumentFault(name, code, message));

    /// <summary>All faults, once every parameter was asked for.</summary>
    public bool IsInvalid(out IReadOnlyList<DocumentFault> faults)
    {
        foreach (var name in query.Keys)
        {
            if (!_known.Contains(name))
                Fault(name, DocumentFault.UnknownField, "There is no such parameter here.");
        }

        faults = _faults;
        return _faults.Count > 0;
    }
}
