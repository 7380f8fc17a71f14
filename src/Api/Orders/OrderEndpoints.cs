using Draizer.Api.Hosting;
using Draizer.Api.OpenApi;
using Draizer.Api.Problems;
using Draizer.Api.Wire;
using Draizer.Domain.Orders;
using Draizer.Grains.Hosting;
using Draizer.Storage.Writing;
using Draizer.Trading.Ports;

namespace Draizer.Api.Orders;

/// <summary>Orders, as they stand and as they went.</summary>
public static class OrderEndpoints
{
    public static void MapOrders(this IEndpointRouteBuilder app) =>
        app.MapGet("/api/orders/history", History)
            .TakesQuery(
                QueryParameter.Session, QueryParameter.Symbol, QueryParameter.Venue, QueryParameter.OneOf<OrderStatus>("status", "How they stand."),
                QueryParameter.Limit(50), QueryParameter.Cursor)
            .WithTags("Orders").WithSummary("Orders as they stand now, newest first.")
            .Produces<ListBody<OrderBody>>().Produces<ProblemBody>(400, Problem.ContentType)
            .Produces<ProblemBody>(404, Problem.ContentType);

    private static async Task<IResult> History(HttpRequest request, SessionHost sessions, IStore store, StoreWriter writer, CancellationToken cancellationToken)
    {
        var query = new QueryReader(request.Query);
        var wanted = new OrderQuery(
            query.Text("session_id"), query.Text("symbol"), query.Text("venue"), query.OneOf<OrderStatus>("status"),
            query.Limit(standard: 50), query.Text("cursor"));
        if (query.IsInvalid(out var faults))
            return Problem.Invalid(faults);
        if (wanted.SessionId is { } id && await sessions.Get(id).GetAsync() is null)
            return Refusals.UnknownSession(id);

        await writer.CatchUpAsync(cancellationToken);
        var page = await store.ReadOrdersAsync(wanted, cancellationToken);
        return Results.Ok(new ListBody<OrderBody>([.. page.Items.Select(o => OrderBody.Of(o.SessionId, o.Value))], page.NextCursor));
    }
}
