using Draizer.Api.OpenApi;
using Draizer.Api.Problems;
using Draizer.Api.Strategies;
using Draizer.Api.Wire;
using Draizer.Domain.Markets;
using Draizer.Domain.Sessions;
using Draizer.Grains.Hosting;
using Draizer.Grains.Sessions;
using Draizer.Trading.Ports;

namespace Draizer.Api.Sessions;

/// <summary>Sessions: started, steered, looked at.</summary>
public static class SessionEndpoints
{
    public static void MapSessions(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/api/sessions").WithTags("Sessions");
        group.MapPost("/start", Start).TakesQuery().TakesBody<StartBody>("What to start.")
            .WithSummary("Starts a session.").Produces<SessionBody>(201).Produces<SessionBody>()
            .Produces<ProblemBody>(400, Problem.ContentType).Produces<ProblemBody>(503, Problem.ContentType);
        group.MapPost("/{id}/stop", Stop).TakesQuery().TakesBody<StopBody>("How to stop; positions are closed where absent.", isOptional: true)
            .WithSummary("Stops a session; closes its positions unless told otherwise.")
            .Produces<SessionBody>().Produces<ProblemBody>(404, Problem.ContentType);
        group.MapPost("/{id}/pause", (string id, SessionHost sessions) => Steer(sessions.Get(id).PauseAsync()))
            .TakesQuery().WithSummary("No entries until resumed.").Produces<SessionBody>()
            .Produces<ProblemBody>(404, Problem.ContentType).Produces<ProblemBody>(409, Problem.ContentType);
        group.MapPost("/{id}/resume", (string id, SessionHost sessions) => Steer(sessions.Get(id).ResumeAsync()))
            .TakesQuery().WithSummary("Ends a pause.").Produces<SessionBody>()
            .Produces<ProblemBody>(404, Problem.ContentType).Produces<ProblemBody>(409, Problem.ContentType);
        group.MapGet("", List)
            .TakesQuery(
                QueryParameter.OneOf<SessionStatus>("status", "Where they stand."), QueryParameter.Strategy, QueryParameter.Limit(50),
                QueryParameter.Cursor)
            .WithSummary("Sessions, newest first.").Produces<ListBody<SessionBody>>().Produces<ProblemBody>(400, Problem.ContentType);
        group.MapGet("/{id}", Get).TakesQuery().WithSummary("A session with its strategy documents.")
            .Produces<SessionBody>().Produces<ProblemBody>(404, Problem.ContentType);
    }

    private static async Task<IResult> Start(HttpRequest request, SessionStarter starter, InstrumentCatalogue catalogue, StrategyLibrary library, TimeProvider time)
    {
        var reader = new StartRequestReader(catalogue, library, SessionIds.New(time));
        var body = await RequestBody.ReadAsync(request, reader.Read);
        if (body.Value is not { } wanted)
            return Problem.Invalid(body.Faults);

        var (reply, isNew) = await starter.StartAsync(wanted);
        if (reply.Value is not { } view)
            return Refusals.Answer(reply.RefusalCode!, reply.Detail);

        return isNew ? Results.Created($"/api/sessions/{view.SessionId}", SessionBody.Of(view)) : Results.Ok(SessionBody.Of(view));
    }

    private static async Task<IResult> Stop(string id, HttpRequest request, SessionHost sessions)
    {
        var body = await RequestBody.ReadAsync(
            request,
            b =>
            {
                var close = b.OptionalUnlessNull("close_positions")?.AsBoolean() ?? true;
                b.RefuseTheRest();
                return new StopOptions(close);
            },
            isOptional: true);
        return body.Value is { } options ? await Steer(sessions.Get(id).StopAsync(options.ClosePositions)) : Problem.Invalid(body.Faults);
    }

    private static async Task<IResult> Steer(Task<SessionReply<SessionView>> asked)
    {
        var reply = await asked;
        return reply.Value is { } view ? Results.Ok(SessionBody.Of(view)) : Refusals.Answer(reply.RefusalCode!, reply.Detail);
    }

    private static async Task<IResult> Get(string id, SessionHost sessions) =>
        await sessions.Get(id).GetAsync() is { } view
            ? Results.Ok(SessionBody.DetailOf(view))
            : Refusals.UnknownSession(id);

    private static async Task<IResult> List(
        HttpRequest request, IStore store, SessionHost sessions, InstrumentCatalogue catalogue, CancellationToken cancellationToken)
    {
        var query = new QueryReader(request.Query);
        var wanted = new SessionQuery(query.OneOf<SessionStatus>("status"), query.Text("strategy"), query.Limit(standard: 50), query.Text("cursor"));
        if (query.IsInvalid(out var faults))
            return Problem.Invalid(faults);

        // The store has who there is; a session in memory knows its numbers better than its last save.
        var page = await store.ReadSessionsAsync(wanted, cancellationToken);
        var live = sessions.ActiveIds.ToHashSet();
        var items = new List<SessionBody>();
        foreach (var record in page.Items)
        {
            var view = live.Contains(record.SessionId) ? await sessions.Get(record.SessionId).GetAsync() : null;
            view ??= SessionView.Of(record, catalogue);
            if (wanted.Status is null || view.Status == wanted.Status)
                items.Add(SessionBody.Of(view));
        }

        return Results.Ok(new ListBody<SessionBody>(items, page.NextCursor));
    }

    private sealed record StopOptions(bool ClosePositions);
}
