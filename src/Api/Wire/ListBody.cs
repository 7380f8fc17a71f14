namespace Draizer.Api.Wire;

/// <summary>Part of a list, and where to go on.</summary>
public sealed record ListBody<T>(IReadOnlyList<T> Items, string? NextCursor = null);
