using Draizer.Api.Hosting;
using Draizer.Api.OpenApi;
using Draizer.Api.Problems;
using Draizer.Api.Wire;
using Draizer.Domain.Signals;
using Draizer.Grains.Hosting;
using Draizer.Storage.Writing;
using Draizer.Trading.Ports;

namespace Draizer.Api.Signals;

/// <summary>What the strategies saw.</summary>
public static class SignalEndpoints
{
    public static void MapSignals(this IEndpointRouteBuilder app) =>
        app.MapGet("/api/signals/history", History)
            .TakesQuery(
                QueryParameter.Session, QueryParameter.Symbol, QueryParameter.Strategy,
                QueryParameter.OneOf<Section>("signal_type", "The section that raised them."), QueryParameter.Limit(100), QueryParameter.Cursor)
            .WithTags("Signals").WithSummary("Signals with their values and fate, newest first.")
            .Produces<ListBody<SignalBody>>().Produces<ProblemBody>(400, Problem.ContentType)
            .Produces<ProblemBody>(404, Problem.ContentType);

    private static async Task<IResult> History(HttpRequest request, SessionHost sessions, IStore store, StoreWriter writer, CancellationToken cancellationToken)
    {
        var query = new QueryReader(request.Query);
        var wanted = new SignalQuery(
            query.Text("session_id"), query.Text("symbol"), query.Text("strategy"), query.OneOf<Section>("signal_type"),
            query.Limit(standard: 100), query.Text("cursor"));
        if (query.IsInvalid(out var faults))
            return Problem.Invalid(faults);
        if (wanted.SessionId is { } id && await sessions.Get(id).GetAsync() is null)
            return Refusals.UnknownSession(id);

        await writer.CatchUpAsync(cancellationToken);
        var page = await store.ReadSignalsAsync(wanted, cancellationToken);
        return Results.Ok(new ListBody<SignalBody>([.. page.Items.Select(s => SignalBody.Of(s.SessionId, s.Value))], page.NextCursor));
    }
}
