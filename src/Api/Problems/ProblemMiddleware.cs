using Draizer.Storage.Embedded;
using Draizer.Trading.Documents;
using Draizer.Trading.Ports;

namespace Draizer.Api.Problems;

/// <summary>Turns what went wrong elsewhere into problem answers: faults of the server, and statuses that came without a body.</summary>
public static class ProblemMiddleware
{
    public static void UseProblems(this WebApplication app)
    {
        app.Use(async (context, next) =>
        {
            try
            {
                await next(context);
                if (context.Response is { HasStarted: false, StatusCode: >= 400, ContentLength: null, ContentType: null })
                    await WriteBareAsync(context);
            }
            catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
            {
                // The client has gone: there is nobody to answer.
            }
            catch (Exception e) when (!context.Response.HasStarted)
            {
                await WriteAsync(context, e, app.Logger);
            }
        });
    }

    private static Task WriteAsync(HttpContext context, Exception error, ILogger log)
    {
        switch (error)
        {
            case BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge }:
                return Problem.WriteAsync(context, 413, "body_too_large", error.Message);
            case BadHttpRequestException bad:
                return Problem.WriteAsync(context, bad.StatusCode, "bad_request", error.Message);
            case UnsupportedBodyException:
                return Problem.WriteAsync(context, 415, "unsupported_media_type", error.Message);
            case InvalidCursorException:
                return Problem.WriteAsync(
                    context, 400, "invalid_request", error.Message, [new DocumentFault("cursor", "invalid_cursor", error.Message)]);
            case StoreException or TimeoutException:
                log.LogError(error, "{Method} {Path} needs the database, which does not answer", context.Request.Method, context.Request.Path);
                return Problem.WriteAsync(context, 503, "store_unavailable", "The database does not answer; trading goes on without it.");
            default:
                log.LogError(error, "{Method} {Path} failed", context.Request.Method, context.Request.Path);
                return Problem.WriteAsync(context, 500, "internal_error", "The request failed inside the server; its log says why.");
        }
    }

    private static Task WriteBareAsync(HttpContext context) => context.Response.StatusCode switch
    {
        404 => Problem.WriteAsync(context, 404, "not_found", $"There is nothing at {context.Request.Path}."),
        405 => Problem.WriteAsync(context, 405, "method_not_allowed", $"{context.Request.Method} is not possible here."),
        var status => Problem.WriteAsync(context, status, "error", detail: null),
    };
}
