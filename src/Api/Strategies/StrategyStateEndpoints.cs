using Draizer.Api.OpenApi;
using Draizer.Api.Problems;
using Draizer.Api.Wire;
using Draizer.Grains.Hosting;

namespace Draizer.Api.Strategies;

/// <summary>What running strategies are doing.</summary>
public static class StrategyStateEndpoints
{
    public static void MapStrategyStates(this IEndpointRouteBuilder app) =>
        app.MapGet("/api/strategies/states", States).TakesQuery(QueryParameter.NeededSession).WithTags("Strategies")
            .WithSummary("Where each strategy of a session stands, with its conditions' values against their thresholds.")
            .Produces<ListBody<StrategyStateBody>>().Produces<ProblemBody>(400, Problem.ContentType).Produces<ProblemBody>(404, Problem.ContentType);

    private static async Task<IResult> States(HttpRequest request, SessionHost sessions)
    {
        var query = new QueryReader(request.Query);
        var sessionId = query.Required("session_id");
        if (query.IsInvalid(out var faults))
            return Problem.Invalid(faults);

        var reply = await sessions.Get(sessionId).GetStrategyStatesAsync();
        return reply.Value is { } states
            ? Results.Ok(new ListBody<StrategyStateBody>([.. states.Select(s => StrategyStateBody.Of(sessionId, s))]))
            : Refusals.Answer(reply.RefusalCode!, reply.Detail);
    }
}
