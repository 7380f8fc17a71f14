using Draizer.Api.Wire;
using Draizer.Trading.Documents;

namespace Draizer.Api.Problems;

/// <summary>An error as clients see it (RFC 9457), with a stable code.</summary>
public sealed record ProblemBody(
    string Type, string Title, int Status, string? Detail, string Code, IReadOnlyList<DocumentFault>? Errors);

/// <summary>Makes problem answers.</summary>
public static class Problem
{
    public const string ContentType = "application/problem+json";

    // A body made of nothing but faults must not be answered with one many times its size.
    private const int MostFaults = 1_000;

    public static IResult Of(int status, string code, string detail) => new ProblemResult(status, code, detail, []);

    public static IResult NotFound(string code, string detail) => Of(StatusCodes.Status404NotFound, code, detail);

    public static IResult Conflict(string code, string detail) => Of(StatusCodes.Status409Conflict, code, detail);

    /// <summary>Bad input, with every fault that was found.</summary>
    public static IResult Invalid(IReadOnlyList<DocumentFault> faults) => new ProblemResult(
        StatusCodes.Status400BadRequest, "invalid_request",
        faults.Count == 1 ? faults[0].Message : $"The request has {faults.Count} faults.",
        faults.Count <= MostFaults ? faults : [.. faults.Take(MostFaults)]);

    public static Task WriteAsync(HttpContext context, int status, string code, string? detail, IReadOnlyList<DocumentFault>? faults = null)
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsJsonAsync(
            new ProblemBody("about:blank", TitleOf(status), status, detail, code, faults is { Count: > 0 } ? faults : null),
            WireJson.Options, ContentType, context.RequestAborted);
    }

    private static string TitleOf(int status) => status switch
    {
        400 => "Bad request",
        403 => "Forbidden",
        404 => "Not found",
        405 => "Method not allowed",
        409 => "Conflict",
        413 => "Too large",
        415 => "Unsupported media type",
        422 => "Refused",
        503 => "Not available",
        _ => status >= 500 ? "Internal error" : "Error",
    };

    private sealed class ProblemResult(int status, string code, string detail, IReadOnlyList<DocumentFault> faults) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) => WriteAsync(httpContext, status, code, detail, faults);
    }
}
