namespace Draizer.Api.Problems;

/// <summary>A body of a type that is not read here.</summary>
public sealed class UnsupportedBodyException(string? contentType) : Exception(
    contentType is null
        ? "The body needs the header Content-Type: application/json."
        : $"A body of type {contentType} is not read here; send application/json in UTF-8.");
