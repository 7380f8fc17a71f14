using System.Text.Json;

namespace Draizer.Trading.Documents;

/// <summary>A value of the document with its path. Reading it as what it is not adds a fault and answers null.</summary>
public sealed class DocumentNode(JsonElement element, string path, List<DocumentFault> faults)
{
    public JsonValueKind Kind => element.ValueKind;
    public string Path => path;

    public DocumentObject? AsObject()
    {
        if (Kind == JsonValueKind.Object)
            return new DocumentObject(element, path, faults);

        WrongType("an object");
        return null;
    }

    /// <param name="maximum">How many items make sense.</param>
    public IReadOnlyList<DocumentNode>? AsArray(int maximum)
    {
        if (Kind != JsonValueKind.Array)
        {
            WrongType("an array");
            return null;
        }

        if (element.GetArrayLength() > maximum)
        {
            Fault(DocumentFault.OutOfRange, $"At most {maximum} items make sense here.");
            return null;
        }

        return [.. element.EnumerateArray().Select((item, index) => new DocumentNode(item, $"{path}[{index}]", faults))];
    }

    public string? AsText(int maximumLength = int.MaxValue)
    {
        if (Kind != JsonValueKind.String)
        {
            WrongType("a text");
            return null;
        }

        var text = element.GetString()!;
        if (text.Length <= maximumLength)
            return text;

        Fault(DocumentFault.OutOfRange, $"At most {maximumLength} characters make sense here.");
        return null;
    }

    public bool? AsBoolean()
    {
        if (Kind is JsonValueKind.True or JsonValueKind.False)
            return Kind == JsonValueKind.True;

        WrongType("true or false");
        return null;
    }

    public T? AsOneOf<T>(IReadOnlyList<KeyValuePair<string, T>> words, string code = DocumentFault.InvalidValue)
        where T : struct
    {
        if (AsText() is not { } text)
            return null;

        foreach (var (word, meaning) in words)
        {
            if (word == text)
                return meaning;
        }

        Fault(code, $"Must be one of {string.Join(", ", words.Select(w => w.Key))}.");
        return null;
    }

    public double? AsNumber()
    {
        if (Kind != JsonValueKind.Number)
        {
            WrongType("a number");
            return null;
        }

        // A number too large for a double reads as infinite.
        if (element.TryGetDouble(out var number) && double.IsFinite(number))
            return number;

        Fault(DocumentFault.OutOfRange, "The number is too large.");
        return null;
    }

    /// <summary>An amount of money within its range, both ends included.</summary>
    public decimal? AsDecimal(decimal minimum, decimal maximum)
    {
        if (Kind != JsonValueKind.Number)
        {
            WrongType("a number");
            return null;
        }

        if (element.TryGetDecimal(out var number) && number >= minimum && number <= maximum)
            return number;

        Fault(DocumentFault.OutOfRange, $"Must be from {minimum} to {maximum}.");
        return null;
    }

    /// <summary>The document below this, as it was written.</summary>
    public string RawText() => element.GetRawText();

    /// <summary>A number within its range, both ends included.</summary>
    public double? AsNumber(double minimum, double maximum)
    {
        if (AsNumber() is not { } number)
            return null;
        if (number >= minimum && number <= maximum)
            return number;

        Fault(DocumentFault.OutOfRange, $"Must be from {minimum} to {maximum}.");
        return null;
    }

    /// <summary>A number above zero, up to a maximum.</summary>
    public double? AsPositive(double maximum)
    {
        if (AsNumber() is not { } number)
            return null;
        if (number > 0 && number <= maximum)
            return number;

        Fault(DocumentFault.OutOfRange, $"Must be above 0 and at most {maximum}.");
        return null;
    }

    public int? AsWhole(int minimum, int maximum)
    {
        if (AsNumber(minimum, maximum) is not { } number)
            return null;
        if (number == Math.Floor(number))
            return (int)number;

        Fault(DocumentFault.InvalidValue, "Must be a whole number.");
        return null;
    }

    public void Fault(string code, string message) => faults.Add(new DocumentFault(path, code, message));

    public void WrongType(string expected) => Fault(DocumentFault.WrongType, $"Must be {expected}.");
}
