using System.Net;
using Draizer.Api.Problems;

namespace Draizer.Api.Security;

/// <summary>
/// Keeps the engine to this machine: it listens on loopback only, answers only to loopback names (a name that a foreign page points
/// here is refused), and takes nothing from pages of other origins.
/// </summary>
public static class LocalOnly
{
    private const int DevelopmentServerPort = 5173;

    public static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    public static void UseLocalOnly(this WebApplication app) => app.Use(async (context, next) =>
    {
        AddHeaders(context.Response.Headers);
        if (!IsLoopback(context.Request.Host.Host))
        {
            await Problem.WriteAsync(context, 403, "foreign_host", $"This engine does not answer to the name {context.Request.Host.Host}.");
            return;
        }

        // None is what programs send; browsers send one with whatever could do harm. Several are nobody's.
        var origins = context.Request.Headers.Origin;
        if (origins.Count > 1 || (origins.Count == 1 && !IsOwn(origins[0], context.Request)))
        {
            await Problem.WriteAsync(context, 403, "foreign_origin", "Pages of other origins may not talk to this engine.");
            return;
        }

        await next(context);
    });

    private static void AddHeaders(IHeaderDictionary headers)
    {
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers.XFrameOptions = "DENY";
        headers.ContentSecurityPolicy =
            "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self' ws: wss:; frame-ancestors 'none'";
    }

    // Ports may differ: a development server of the dashboard runs beside the engine on this machine.
    private static bool IsOwn(string? origin, HttpRequest request) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var uri) && IsLoopback(uri.Host) && uri.Scheme == request.Scheme
        && (uri.Port == (request.Host.Port ?? 80) || uri.Port == DevelopmentServerPort);
}
