using System.Text.Json;

namespace Draizer.Trading.Documents;

/// <summary>An object of the document, which knows which of its fields were asked for, so that the rest can be refused.</summary>
public sealed class DocumentObject
{
    private const int LongestShownName = 64;

    private readonly List<(string Name, JsonElement Value)> _fields = [];
    private readonly HashSet<string> _known = [];
    private readonly string _path;
    private readonly List<DocumentFault> _faults;

    public DocumentObject(JsonElement element, string path, List<DocumentFault> faults)
    {
        _path = path;
        _faults = faults;
        var names = new HashSet<string>();
        foreach (var property in element.EnumerateObject())
        {
            if (names.Add(property.Name))
                _fields.Add((property.Name, property.Value));
            else
                Fault(property.Name, DocumentFault.DuplicateField, "The field is given twice.");
        }
    }

    public bool Has(string name) => _fields.Any(field => field.Name == name);

    public DocumentNode? Optional(string name)
    {
        _known.Add(name);
        foreach (var field in _fields)
        {
            if (field.Name == name)
                return new DocumentNode(field.Value, PathOf(name), _faults);
        }

        return null;
    }

    /// <summary>Whether anything was wrong so far, here or elsewhere in the document.</summary>
    public bool HasFaults => _faults.Count > 0;

    /// <summary>The same, with null as good as absent.</summary>
    public DocumentNode? OptionalUnlessNull(string name) =>
        Optional(name) is { Kind: not JsonValueKind.Null } node ? node : null;

    public DocumentNode? Required(string name)
    {
        var node = Optional(name);
        if (node is null)
            Fault(name, DocumentFault.Missing, "The field is missing.");
        return node;
    }

    /// <summary>Every field, for objects whose names are not known here.</summary>
    public IEnumerable<(string Name, DocumentNode Value)> All() =>
        _fields.Select(field => (field.Name, new DocumentNode(field.Value, PathOf(field.Name), _faults)));

    public void RefuseTheRest()
    {
        foreach (var (name, _) in _fields)
        {
            if (!_known.Contains(name))
                Fault(name, DocumentFault.UnknownField, "There is no such field here.");
        }
    }

    public void Fault(string name, string code, string message) => _faults.Add(new DocumentFault(PathOf(name), code, message));

    /// <summary>Takes over a fault that another reader found.</summary>
    public void Report(DocumentFault fault) => _faults.Add(fault);

    private string PathOf(string name)
    {
        var isPlain = name.Length > 0 && !char.IsAsciiDigit(name[0]) && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_');
        var shown = name.Length > LongestShownName ? name[..LongestShownName] : name;
        return isPlain ? $"{_path}.{shown}" : $"{_path}['{shown.Replace("\\", "\\\\").Replace("'", "\\'")}']";
    }
}
