using Draizer.Api.OpenApi;
using Draizer.Api.Problems;
using Draizer.Api.Wire;
using Draizer.Domain.Markets;
using Draizer.Domain.Orders;
using Draizer.Domain.Positions;
using Draizer.Grains.Hosting;

namespace Draizer.Api.Positions;

/// <summary>The order that a close came to.</summary>
public sealed record CloseBody(bool Success, string OrderId);

/// <summary>What may be sent to close a position.</summary>
public sealed record CloseRequestBody
{
    public decimal? Quantity { get; init; }
}

/// <summary>Open positions, and closing them.</summary>
public static class PositionEndpoints
{
    public static void MapPositions(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/api/positions").WithTags("Positions");
        group.MapGet("/open", Open).TakesQuery(QueryParameter.Session)
            .WithSummary("Open positions, oldest first.")
            .Produces<ListBody<PositionBody>>().Produces<ProblemBody>(404, Problem.ContentType);
        group.MapPost("/{symbol}/close", Close).TakesQuery(QueryParameter.Session, QueryParameter.Venue)
            .TakesBody<CloseRequestBody>("How much; all of it where absent.", isOptional: true)
            .WithSummary("Closes a position, or part of it, at market.")
            .Produces<CloseBody>().Produces<ProblemBody>(400, Problem.ContentType)
            .Produces<ProblemBody>(404, Problem.ContentType).Produces<ProblemBody>(409, Problem.ContentType)
            .Produces<ProblemBody>(422, Problem.ContentType);
    }

    private static async Task<IResult> Open(HttpRequest request, SessionHost sessions)
    {
        var query = new QueryReader(request.Query);
        var sessionId = query.Text("session_id");
        if (query.IsInvalid(out var faults))
            return Problem.Invalid(faults);

        if (sessionId is null)
            return Results.Ok(new ListBody<PositionBody>([.. (await AllAsync(sessions)).Select(p => PositionBody.Of(p.SessionId, p.Position))]));

        var reply = await sessions.Get(sessionId).GetPositionsAsync();
        return reply.Value is { } positions
            ? Results.Ok(new ListBody<PositionBody>([.. positions.Select(p => PositionBody.Of(sessionId, p))]))
            : Refusals.Answer(reply.RefusalCode!, reply.Detail);
    }

    private static async Task<IResult> Close(string symbol, HttpRequest request, SessionHost sessions, InstrumentCatalogue catalogue)
    {
        var query = new QueryReader(request.Query);
        var (sessionId, venue) = (query.Text("session_id"), query.Text("venue"));
        if (query.IsInvalid(out var faults))
            return Problem.Invalid(faults);

        var body = await RequestBody.ReadAsync(
            request,
            b =>
            {
                var quantity = b.OptionalUnlessNull("quantity")?.AsDecimal(0.00000001m, 1_000_000_000_000_000m);
                b.RefuseTheRest();
                return new CloseOptions(quantity);
            },
            isOptional: true);
        if (body.Value is not { } options)
            return Problem.Invalid(body.Faults);

        if (sessionId is not null && await sessions.Get(sessionId).GetAsync() is null)
            return Refusals.UnknownSession(sessionId);

        var held = (await AllAsync(sessions)).Where(p =>
            p.Position.Instrument.Symbol == symbol
            && (sessionId is null || p.SessionId == sessionId)
            && (venue is null || p.Position.Instrument.Venue == venue)).ToArray();
        if (held.Length == 0)
            return Refusals.Answer(RefusalCode.NoPosition, $"There is no open position in {symbol}.");
        if (held.Length > 1)
            return Problem.Conflict("ambiguous_symbol", $"{held.Length} positions in {symbol} are open: say which with ?session_id= and ?venue=.");

        var (id, position) = held[0];
        catalogue.TryFind(position.Instrument.Venue, symbol, out int index);
        var reply = await sessions.Get(id).ClosePositionAsync(index, options.Quantity);
        return reply.Value is { } orderId ? Results.Ok(new CloseBody(true, orderId)) : Refusals.Answer(reply.RefusalCode!, reply.Detail);
    }

    private static async Task<IReadOnlyList<(string SessionId, PositionSnapshot Position)>> AllAsync(SessionHost sessions)
    {
        var all = new List<(string, PositionSnapshot)>();
        foreach (var id in sessions.ActiveIds)
        {
            var reply = await sessions.Get(id).GetPositionsAsync();
            all.AddRange((reply.Value ?? []).Select(p => (id, p)));
        }

        return all;
    }

    private sealed record CloseOptions(decimal? Quantity);
}
