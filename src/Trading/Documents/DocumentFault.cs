namespace Draizer.Trading.Documents;

/// <summary>One thing that is wrong with a document: where, a stable code, and a sentence for a person.</summary>
/// <param name="Path">A JSON path, as in <c>$.signal_detection.conditions[0].operator</c>.</param>
public sealed record DocumentFault(string Path, string Code, string Message)
{
    public const string InvalidJson = "invalid_json";
    public const string Missing = "missing";
    public const string UnknownField = "unknown_field";
    public const string DuplicateField = "duplicate_field";
    public const string WrongType = "wrong_type";
    public const string InvalidValue = "invalid_value";
    public const string OutOfRange = "out_of_range";
    public const string UnknownOperator = "unknown_operator";
    public const string NotSupported = "not_supported";
}
