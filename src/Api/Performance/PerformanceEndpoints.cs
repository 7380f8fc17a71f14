using Draizer.Api.OpenApi;
using Draizer.Api.Problems;
using Draizer.Api.Wire;
using Draizer.Grains.Hosting;
using Draizer.Trading.Documents;

namespace Draizer.Api.Performance;

/// <summary>What sessions came to.</summary>
public static class PerformanceEndpoints
{
    private static readonly Dictionary<string, TimeSpan> Windows = new()
    {
        ["1h"] = TimeSpan.FromHours(1),
        ["24h"] = TimeSpan.FromHours(24),
        ["7d"] = TimeSpan.FromDays(7),
    };

    public static void MapPerformance(this IEndpointRouteBuilder app) =>
        app.MapGet("/api/performance", Performance)
            .TakesQuery(QueryParameter.NeededSession, QueryParameter.OneOf("window", "How far to look back; all of it where absent.", Windows.Keys))
            .WithTags("Performance")
            .WithSummary("Trades, profit, costs, risk and equity curve of a session.")
            .Produces<PerformanceBody>().Produces<ProblemBody>(400, Problem.ContentType).Produces<ProblemBody>(404, Problem.ContentType);

    private static async Task<IResult> Performance(HttpRequest request, SessionHost sessions)
    {
        var query = new QueryReader(request.Query);
        var sessionId = query.Required("session_id");
        var window = query.Text("window");
        if (window is not null && !Windows.ContainsKey(window))
            query.Fault("window", DocumentFault.InvalidValue, $"Must be one of {string.Join(", ", Windows.Keys)}, or absent.");
        if (query.IsInvalid(out var faults))
            return Problem.Invalid(faults);

        var reply = await sessions.Get(sessionId).GetPerformanceAsync(window is null ? null : Windows[window]);
        return reply.Value is { } view
            ? Results.Ok(PerformanceBody.DetailOf(sessionId, window, view))
            : Refusals.Answer(reply.RefusalCode!, reply.Detail);
    }
}
