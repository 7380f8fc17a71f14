using Draizer.Domain.Markets;
using Draizer.Trading.Ports;
using Microsoft.Data.Sqlite;

namespace Draizer.Storage.Embedded.Tables;

/// <summary>Market events: quotes in one table, everything else in the other, read back as one sequence.</summary>
internal static class TickTables
{
    private const string TickColumns =
        "ts, seq, ord, instrument_id, type, side, price, quantity, rate, interval_s, next_ts, venue_ts";

    private const string QuoteColumns = "ts, seq, ord, instrument_id, bid, bid_size, ask, ask_size, venue_ts";

    // The numbers of `type` in the database; they are no business of the enumeration's order.
    private const int Trade = 1;
    private const int Quote = 2;
    private const int Mark = 3;
    private const int Funding = 4;
    private const int Forecast = 5;

    // Both sides come in the order of their keys, so that this is a merge and no sort.
    private const string Select = """
        SELECT ts, seq, instrument_id, type, side, price, quantity, rate, interval_s, next_ts, venue_ts
        FROM tick_rows WHERE (ts, seq) > ($ts, $seq) AND ts < $to
        UNION ALL
        SELECT ts, seq, instrument_id, 2, NULL, bid, bid_size, ask, ask_size, NULL, venue_ts
        FROM quote_rows WHERE (ts, seq) > ($ts, $seq) AND ts < $to
        ORDER BY ts, seq
        LIMIT $limit
        """;

    public static RowInsert PrepareTicks(SqliteConnection connection) => new(connection, "tick_rows", TickColumns);

    public static RowInsert PrepareQuotes(SqliteConnection connection) => new(connection, "quote_rows", QuoteColumns);

    public static void Insert(RowInsert ticks, RowInsert quotes, InstrumentCodes codes, in TickRow tick)
    {
        var market = tick.Market;
        var code = codes.CodeOf(market.Instrument);
        // One input is at most one market event: its output number is always the first.
        switch (market.Kind)
        {
            case MarketEventKind.Quote:
                quotes.Add(tick.TimeUs).Add(tick.Sequence).Add(0L).Add(code)
                    .Add(market.BidPrice).Add(market.BidSize).Add(market.AskPrice).Add(market.AskSize)
                    .Add(market.VenueTimeUs).Run();
                break;
            case MarketEventKind.Trade:
                ticks.Add(tick.TimeUs).Add(tick.Sequence).Add(0L).Add(code).Add((long)Trade)
                    .Add(market.Aggressor == Side.Buy ? 0L : 1L).Add(market.Price).Add(market.Quantity)
                    .AddNull().AddNull().AddNull().Add(market.VenueTimeUs).Run();
                break;
            case MarketEventKind.Mark:
                ticks.Add(tick.TimeUs).Add(tick.Sequence).Add(0L).Add(code).Add((long)Mark)
                    .AddNull().Add(market.Price).AddNull()
                    .AddNull().AddNull().AddNull().Add(market.VenueTimeUs).Run();
                break;
            case MarketEventKind.Funding:
                ticks.Add(tick.TimeUs).Add(tick.Sequence).Add(0L).Add(code).Add((long)Funding)
                    .AddNull().AddNull().AddNull()
                    .Add(market.FundingRate).AddNull().AddNull().Add(market.VenueTimeUs).Run();
                break;
            case MarketEventKind.Forecast:
                ticks.Add(tick.TimeUs).Add(tick.Sequence).Add(0L).Add(code).Add((long)Forecast)
                    .AddNull().AddNull().AddNull()
                    .Add(market.FundingRate).Add(market.FundingIntervalSeconds).Add(market.NextFundingUs).Add(market.VenueTimeUs).Run();
                break;
            default:
                throw new ArgumentException($"A market event without a kind, at sequence {tick.Sequence}.", nameof(tick));
        }
    }

    /// <summary>
    /// Reads the next events after a key, and moves the key on. Those of instruments that are no longer listed are left out, as
    /// there is no index by which to name them.
    /// </summary>
    /// <returns>Whether there may be more.</returns>
    public static bool ReadChunk(
        SqliteConnection connection, InstrumentCodes codes, ref (long TimeUs, long Sequence) after, long toUs, int limit, List<TickRow> rows,
        CancellationToken cancellationToken)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Select;
        command.Parameters.AddWithValue("$ts", after.TimeUs);
        command.Parameters.AddWithValue("$seq", after.Sequence);
        command.Parameters.AddWithValue("$to", toUs);
        command.Parameters.AddWithValue("$limit", limit);
        using var reader = command.ExecuteReader();
        var count = 0;
        while (reader.Read())
        {
            cancellationToken.ThrowIfCancellationRequested();
            count++;
            after = (reader.GetInt64(0), reader.GetInt64(1));
            if (codes.TryGetIndex(reader.GetInt64(2), out var index))
                rows.Add(new TickRow(after.TimeUs, after.Sequence, ReadMarketEvent(reader, index)));
        }

        return count == limit;
    }

    public static long? ReadLastTime(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT max(ts) FROM (SELECT max(ts) AS ts FROM tick_rows UNION ALL SELECT max(ts) FROM quote_rows)";
        return command.ExecuteScalar() as long?;
    }

    private static MarketEvent ReadMarketEvent(SqliteDataReader reader, int index)
    {
        var venueTimeUs = reader.GetInt64(10);
        return reader.GetInt32(3) switch
        {
            Trade => MarketEvent.Trade(
                index, venueTimeUs, reader.GetDouble(5), reader.GetDouble(6), reader.GetInt64(4) == 0 ? Side.Buy : Side.Sell),
            Quote => MarketEvent.Quote(
                index, venueTimeUs, reader.GetDouble(5), reader.GetDouble(6), reader.GetDouble(7), reader.GetDouble(8)),
            Mark => MarketEvent.Mark(index, venueTimeUs, reader.GetDouble(5)),
            Funding => MarketEvent.Funding(index, venueTimeUs, reader.GetDouble(7)),
            Forecast => MarketEvent.Forecast(
                index, venueTimeUs, reader.GetDouble(7), reader.GetDouble(8), reader.GetInt64(9)),
            var type => throw new InvalidDataException($"{type} is no type of tick."),
        };
    }
}
