using System.Text.Json.Nodes;
using Draizer.Api.Health;
using Draizer.Api.Wire;
using Microsoft.OpenApi;

namespace Draizer.Api.OpenApi;

/// <summary>The OpenAPI document at <c>/openapi/v1.json</c>.</summary>
public static class ApiDocument
{
    public static void AddApiDocument(this IServiceCollection services) => services.AddOpenApi("v1", options =>
    {
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info.Title = "Draizer";
            document.Info.Version = HealthEndpoints.Version;
            document.Info.Description = "A trading engine for crypto markets. What is pushed comes over SignalR at /hubs/trading.";
            document.Servers?.Clear();
            return Task.CompletedTask;
        });
        options.AddSchemaTransformer((schema, context, _) =>
        {
            Describe(schema, context.JsonTypeInfo.Type);
            return Task.CompletedTask;
        });
    });

    public static void MapApiDocument(this WebApplication app) => app.MapOpenApi();

    /// <summary>Says which JSON body an endpoint reads, since it is read by hand.</summary>
    public static RouteHandlerBuilder TakesBody<T>(this RouteHandlerBuilder endpoint, string description, bool isOptional = false) =>
        endpoint.AddOpenApiOperationTransformer(async (operation, context, cancellationToken) =>
        {
            var schema = await context.GetOrCreateSchemaAsync(typeof(T), parameterDescription: null, cancellationToken);
            operation.RequestBody = new OpenApiRequestBody
            {
                Description = description,
                Required = !isOptional,
                Content = new Dictionary<string, OpenApiMediaType> { ["application/json"] = new() { Schema = schema } },
            };
        });

    /// <summary>Says which query parameters an endpoint reads. One that reads none refuses all.</summary>
    public static RouteHandlerBuilder TakesQuery(this RouteHandlerBuilder endpoint, params QueryParameter[] parameters)
    {
        if (parameters.Length == 0)
        {
            return endpoint.AddEndpointFilter(async (context, next) =>
                new QueryReader(context.HttpContext.Request.Query).IsInvalid(out var faults) ? Problems.Problem.Invalid(faults) : await next(context));
        }

        return endpoint.AddOpenApiOperationTransformer((operation, _, _) =>
        {
            operation.Parameters ??= [];
            foreach (var parameter in parameters)
                operation.Parameters.Add(parameter.Describe());
            return Task.CompletedTask;
        });
    }

    // Values with a form of their own on the wire, which the generator cannot look into.
    private static void Describe(OpenApiSchema schema, Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        var orNull = plain == type ? default : JsonSchemaType.Null;
        if (plain == typeof(Timestamp))
        {
            schema.Type = JsonSchemaType.String | orNull;
            schema.Format = "date-time";
            schema.Examples = [JsonValue.Create("2026-01-31T12:00:00.123456Z")];
        }
        else if (plain == typeof(decimal) || plain == typeof(double))
        {
            schema.Type = JsonSchemaType.Number | orNull;
        }
    }
}
