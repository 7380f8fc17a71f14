namespace Draizer.Trading.Indicators;

/// <summary>
/// Why an indicator was refused: the parameter at fault (null for the indicator itself), a stable code, a sentence for a person.
/// </summary>
public sealed record IndicatorFault(string? Parameter, string Code, string Message)
{
    public const string UnknownIndicator = "unknown_indicator";
    public const string UnknownParameter = "unknown_parameter";
    public const string NotFinite = "not_finite";
    public const string NotAnInteger = "not_an_integer";
    public const string OutOfRange = "out_of_range";

    /// <summary>Each parameter is fine, but not beside another.</summary>
    public const string Contradiction = "contradiction";
}
