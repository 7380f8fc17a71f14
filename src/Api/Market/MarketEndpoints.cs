using Draizer.Api.Hosting;
using Draizer.Api.OpenApi;
using Draizer.Api.Problems;
using Draizer.Api.Wire;
using Draizer.Domain.Markets;
using Draizer.Storage.Writing;
using Draizer.Trading.Documents;
using Draizer.Trading.Ports;

namespace Draizer.Api.Market;

/// <summary>Instruments and their prices.</summary>
public static class MarketEndpoints
{
    private const int MostCandles = 5_000;

    private static readonly Dictionary<string, int> Intervals = new()
    {
        ["1s"] = 1,
        ["5s"] = 5,
        ["1m"] = 60,
        ["5m"] = 300,
        ["15m"] = 900,
        ["1h"] = 3_600,
        ["1d"] = 86_400,
    };

    public static void MapMarket(this IEndpointRouteBuilder app)
    {
        app.MapGet("/api/instruments", Instruments).TakesQuery().WithTags("Market").WithSummary("Everything that can be traded, with its newest prices.")
            .Produces<ListBody<InstrumentBody>>();
        app.MapGet("/api/candles", Candles)
            .TakesQuery(
                QueryParameter.NeededSymbol, QueryParameter.Venue, QueryParameter.OneOf("interval", "1m where absent.", Intervals.Keys),
                new QueryParameter("from", "ISO 8601 or Unix seconds."), new QueryParameter("to", "ISO 8601 or Unix seconds; now where absent."),
                QueryParameter.Limit(500, MostCandles))
            .WithTags("Market").WithSummary("Candles made of trades, oldest first.")
            .Produces<CandlesBody>().Produces<ProblemBody>(400, Problem.ContentType)
            .Produces<ProblemBody>(404, Problem.ContentType).Produces<ProblemBody>(409, Problem.ContentType);
    }

    public static TickBody? TickOf(Instrument instrument, in MarketReading reading) => reading.Version == 0
        ? null
        : new TickBody(
            instrument.Venue, instrument.Symbol, Known(reading.LastPrice), Known(reading.LastQuantity),
            reading.LastTradeUs == 0 ? null : reading.IsBuy ? "BUY" : "SELL", Known(reading.BidPrice), Known(reading.AskPrice),
            new Timestamp(reading.TimeUs));

    private static ListBody<InstrumentBody> Instruments(InstrumentCatalogue catalogue, IMarketReadings readings) =>
        new([.. catalogue.All.Select((instrument, index) => BodyOf(instrument, readings.Read(index)))]);

    private static InstrumentBody BodyOf(Instrument i, in MarketReading reading) => new(
        i.Venue, i.Symbol, Words.Of(i.MarketType), i.BaseAsset, i.QuoteAsset, i.TickSize, i.LotSize, i.MakerFeeRate, i.TakerFeeRate,
        i.MaxLeverage, i.MaintenanceRate, Known(reading.LastPrice), Known(reading.BidPrice), Known(reading.AskPrice),
        reading.LastTradeUs == 0 ? null : new Timestamp(reading.LastTradeUs));

    private static async Task<IResult> Candles(
        HttpRequest request, InstrumentCatalogue catalogue, IStore store, StoreWriter writer, TimeProvider time, CancellationToken cancellationToken)
    {
        var query = new QueryReader(request.Query);
        var symbol = query.Required("symbol");
        var venue = query.Text("venue");
        var interval = query.Text("interval") ?? "1m";
        var seconds = Intervals.GetValueOrDefault(interval);
        if (seconds == 0)
            query.Fault("interval", DocumentFault.InvalidValue, $"Must be one of {string.Join(", ", Intervals.Keys)}.");
        var to = query.Time("to") ?? ((time.GetUtcNow().ToUnixTimeSeconds() + 1) * 1_000_000);
        var limit = query.Limit(standard: 500, most: MostCandles);
        var from = query.Time("from") ?? Math.Max(0, to - (limit * Math.Max(seconds, 1) * 1_000_000L));
        if (from >= to)
            query.Fault("from", DocumentFault.InvalidValue, "Must be before to.");
        if (query.IsInvalid(out var faults))
            return Problem.Invalid(faults);
        if (InstrumentLookup.TryFind(catalogue, venue, symbol, out var index) is { } problem)
            return problem;

        await writer.CatchUpAsync(cancellationToken);
        var instrument = catalogue[index];
        var candles = await store.ReadCandlesAsync(new CandleQuery(instrument, seconds, from, to, limit), cancellationToken);
        return Results.Ok(new CandlesBody(instrument.Venue, instrument.Symbol, interval, [.. candles.Select(BodyOf)]));
    }

    private static CandleBody BodyOf(Candle c) => new(new Timestamp(c.StartUs), c.Open, c.High, c.Low, c.Close, c.Volume, c.TradeCount);

    private static double? Known(double value) => value > 0 ? value : null;
}
