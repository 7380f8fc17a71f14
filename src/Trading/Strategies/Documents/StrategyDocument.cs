using System.Text.Json;
using Draizer.Domain.Signals;
using Draizer.Domain.Strategies;
using Draizer.Trading.Documents;

namespace Draizer.Trading.Strategies.Documents;

/// <summary>Reads strategy documents. What it lets through can be run; what it refuses, it refuses with every fault at once.</summary>
public static class StrategyDocument
{
    public const int MaxLength = 64 * 1024;

    private const int MaxDepth = 16;
    private const int MaxDescriptionLength = 2_000;

    private static readonly JsonDocumentOptions Strict = new()
    {
        AllowTrailingCommas = false,
        CommentHandling = JsonCommentHandling.Disallow,
        MaxDepth = MaxDepth,
    };

    /// <param name="rootPath">Where the document lies in a larger one, so that the faults' paths lead there.</param>
    /// <param name="expectedName">The name under which it was given, which its <c>strategy_name</c> must repeat.</param>
    public static StrategyParseResult Parse(string json, string rootPath = "$", string? expectedName = null)
    {
        if (json.Length > MaxLength)
            return Refuse(rootPath, DocumentFault.OutOfRange, $"A strategy document has at most {MaxLength} characters.");

        try
        {
            using var document = JsonDocument.Parse(json, Strict);
            var faults = new List<DocumentFault>();
            var definition = Read(new DocumentNode(document.RootElement, rootPath, faults), json, expectedName);
            return faults.Count > 0 ? new StrategyParseResult(null, faults) : new StrategyParseResult(definition, []);
        }
        catch (JsonException exception)
        {
            var (line, position) = (exception.LineNumber + 1, exception.BytePositionInLine + 1);
            return Refuse(rootPath, DocumentFault.InvalidJson, $"This is not JSON that can be read, see line {line}, position {position}.");
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException)
        {
            // Half a surrogate pair, in the text itself or escaped: the reader of JSON finds it late and says so in these ways.
            return Refuse(rootPath, DocumentFault.InvalidJson, "The text is not valid Unicode.");
        }
    }

    private static StrategyParseResult Refuse(string path, string code, string message) =>
        new(null, [new DocumentFault(path, code, message)]);

    private static StrategyDefinition? Read(DocumentNode root, string json, string? expectedName)
    {
        if (root.AsObject() is not { } document)
            return null;

        if (document.Has("kind"))
        {
            document.Fault("kind", DocumentFault.NotSupported, "Only five-section strategies are supported, which have no kind.");
            return null;
        }

        var name = ReadName(document, expectedName);
        document.Optional("description")?.AsText(MaxDescriptionLength);
        var definition = new StrategyDefinition
        {
            Name = name ?? "",
            Enabled = document.Optional("enabled")?.AsBoolean() ?? true,
            Direction = document.Optional("direction")?.AsOneOf(DocumentWords.Directions) ?? StrategyDirection.Long,
            Limits = LimitsReader.Read(document.Optional("global_limits")),
            SignalDetection = ConditionReader.ReadGroup(document.Optional("signal_detection")),
            SignalCancellation = ConditionReader.ReadGroup(document.Optional("signal_cancellation")),
            EntryConditions = ConditionReader.ReadGroup(document.Optional("entry_conditions")),
            CloseOrderDetection = ConditionReader.ReadGroup(document.Optional("close_order_detection")),
            EmergencyExit = ConditionReader.ReadGroup(document.Optional("emergency_exit")),
            Sizing = CurveReader.Read(document.Optional("sizing")),
            CloseAdjustment = CurveReader.Read(document.Optional("close_adjustment"), below: CurveReader.WholePrice),
            DocumentJson = json,
        };

        if (definition.Direction == StrategyDirection.Both && !SignalDirection.IndicatorsOf(definition).Any())
        {
            document.Fault(
                "direction", DocumentFault.InvalidValue,
                $"{Section.S1} must look at pump_magnitude_pct or price_momentum, whose sign decides the direction.");
        }

        document.RefuseTheRest();
        return definition;
    }

    private static string? ReadName(DocumentObject document, string? expectedName)
    {
        var name = document.Required("strategy_name")?.AsText();
        if (name is null)
            return null;

        if (name.Length is 0 or > 64 || !name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_'))
            document.Fault("strategy_name", DocumentFault.InvalidValue, "A name has 1 to 64 characters out of a to z, 0 to 9 and _.");
        else if (expectedName is not null && name != expectedName)
            document.Fault("strategy_name", DocumentFault.InvalidValue, $"The strategy was given as {expectedName}.");
        return name;
    }
}
