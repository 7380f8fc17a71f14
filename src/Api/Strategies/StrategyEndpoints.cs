using System.Text.Json;
using System.Text.Json.Nodes;
using Draizer.Api.OpenApi;
using Draizer.Api.Problems;
using Draizer.Api.Wire;
using Draizer.Domain.Strategies;
using Draizer.Trading.Documents;
using Draizer.Trading.Strategies.Documents;

namespace Draizer.Api.Strategies;

/// <summary>A strategy with its document.</summary>
public sealed record StrategyBody(
    string StrategyName, int Version, bool Shipped, string Direction, Timestamp? SavedAt, JsonElement Document)
{
    public static StrategyBody Of(LibraryStrategy strategy)
    {
        using var document = JsonDocument.Parse(strategy.Definition.DocumentJson);
        return new StrategyBody(
            strategy.Definition.Name, strategy.Version, strategy.IsShipped, Words.Of(strategy.Definition.Direction),
            Timestamp.From(strategy.SavedUs), document.RootElement.Clone());
    }
}

/// <summary>Whether a document can be run, and all that speaks against it.</summary>
public sealed record ValidationBody(bool Valid, IReadOnlyList<DocumentFault> Errors);

/// <summary>Strategy documents: read, validated, stored in versions.</summary>
public static class StrategyEndpoints
{
    // What GET would find under these names is not a strategy.
    private static readonly string[] Reserved = ["states", "validate"];

    public static void MapStrategies(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/api/strategies").WithTags("Strategies");
        group.MapGet("", (StrategyLibrary library) => new ListBody<StrategyBody>([.. library.All().Select(StrategyBody.Of)]))
            .TakesQuery().WithSummary("Every strategy that a session can be started with.");
        group.MapGet("/{name}", Get).TakesQuery().WithSummary("One strategy.").Produces<StrategyBody>().Produces<ProblemBody>(404, Problem.ContentType);
        group.MapPost("", Create).TakesQuery().TakesBody<JsonObject>("A strategy document.")
            .WithSummary("Stores a new strategy.").Produces<StrategyBody>(201)
            .Produces<ProblemBody>(400, Problem.ContentType).Produces<ProblemBody>(409, Problem.ContentType);
        group.MapPut("/{name}", Replace).TakesQuery().TakesBody<JsonObject>("A strategy document of the same name.")
            .WithSummary("Stores another version.").Produces<StrategyBody>()
            .Produces<ProblemBody>(400, Problem.ContentType).Produces<ProblemBody>(404, Problem.ContentType)
            .Produces<ProblemBody>(409, Problem.ContentType);
        group.MapDelete("/{name}", Delete).TakesQuery().WithSummary("Removes a stored strategy; sessions that run it go on.").Produces(204)
            .Produces<ProblemBody>(404, Problem.ContentType).Produces<ProblemBody>(409, Problem.ContentType);
        group.MapPost("/validate", Validate).TakesQuery().TakesBody<JsonObject>("A strategy document.")
            .WithSummary("Checks a document without storing it.").Produces<ValidationBody>();
    }

    private static IResult Get(string name, StrategyLibrary library) =>
        library.Find(name) is { } strategy ? Results.Ok(StrategyBody.Of(strategy)) : Unknown(name);

    private static async Task<IResult> Create(HttpRequest request, StrategyLibrary library, CancellationToken cancellationToken)
    {
        var (definition, faults) = await ReadAsync(request);
        if (definition is null)
            return Problem.Invalid(faults);
        if (Reserved.Contains(definition.Name))
            return Problem.Invalid([new DocumentFault("$.strategy_name", DocumentFault.InvalidValue, "The name is taken by a path of this API.")]);
        if (library.Find(definition.Name) is not null)
            return Problem.Conflict("strategy_exists", $"There is a strategy {definition.Name} already; PUT replaces it.");

        var saved = await library.SaveAsync(definition, cancellationToken);
        return Results.Created($"/api/strategies/{definition.Name}", StrategyBody.Of(saved));
    }

    private static async Task<IResult> Replace(string name, HttpRequest request, StrategyLibrary library, CancellationToken cancellationToken)
    {
        if (library.Find(name) is not { } existing)
            return Unknown(name);
        if (existing.IsShipped)
            return Shipped(name);

        var (definition, faults) = await ReadAsync(request, expectedName: name);
        return definition is null
            ? Problem.Invalid(faults)
            : Results.Ok(StrategyBody.Of(await library.SaveAsync(definition, cancellationToken)));
    }

    private static async Task<IResult> Delete(string name, StrategyLibrary library, CancellationToken cancellationToken)
    {
        if (library.Find(name) is not { } existing)
            return Unknown(name);
        if (existing.IsShipped)
            return Shipped(name);

        await library.DeleteAsync(name, cancellationToken);
        return Results.NoContent();
    }

    private static async Task<ValidationBody> Validate(HttpRequest request)
    {
        var (definition, faults) = await ReadAsync(request);
        return new ValidationBody(definition is not null, faults);
    }

    private static async Task<(StrategyDefinition? Definition, IReadOnlyList<DocumentFault> Faults)> ReadAsync(
        HttpRequest request, string? expectedName = null)
    {
        var text = await RequestBody.ReadTextAsync(request);
        if (text.Value is not { } json)
            return (null, text.Faults);

        var parsed = StrategyDocument.Parse(json, expectedName: expectedName);
        return (parsed.Definition, parsed.Faults);
    }

    private static IResult Unknown(string name) => Problem.NotFound("unknown_strategy", $"There is no strategy {name}.");

    private static IResult Shipped(string name) =>
        Problem.Conflict("shipped_strategy", $"{name} is shipped and stays as it is; store yours under another name.");
}
