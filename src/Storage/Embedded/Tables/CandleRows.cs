using Draizer.Trading.Ports;
using Microsoft.Data.Sqlite;

namespace Draizer.Storage.Embedded.Tables;

/// <summary>Candles out of trades.</summary>
internal static class CandleRows
{
    /// <remarks>
    /// The first part walks back from candle to candle, each time to the newest trade before, so that the cost follows the candles
    /// that are asked for and not the range. Open and close are the first and last trade by time and sequence.
    /// </remarks>
    private const string Select = """
        WITH RECURSIVE
          trades AS NOT MATERIALIZED (
            SELECT ts, seq, price, quantity FROM tick_rows
            WHERE type = 1 AND instrument_id = $instrument AND ts >= $from AND ts < $to),
          candles (start) AS (
            SELECT (SELECT ts / $interval * $interval FROM trades ORDER BY ts DESC LIMIT 1)
            UNION ALL
            SELECT (SELECT ts / $interval * $interval FROM trades WHERE ts < candles.start ORDER BY ts DESC LIMIT 1)
            FROM candles WHERE candles.start IS NOT NULL
            LIMIT $limit)
        SELECT c.start,
          (SELECT price FROM trades WHERE ts >= c.start AND ts < c.start + $interval ORDER BY ts, seq LIMIT 1),
          max(t.price), min(t.price),
          (SELECT price FROM trades WHERE ts >= c.start AND ts < c.start + $interval ORDER BY ts DESC, seq DESC LIMIT 1),
          sum(t.quantity), count(*)
        FROM candles AS c
        CROSS JOIN trades AS t ON t.ts >= c.start AND t.ts < c.start + $interval
        GROUP BY c.start
        ORDER BY c.start
        """;

    public static IReadOnlyList<Candle> Read(SqliteConnection connection, InstrumentCodes codes, CandleQuery query)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(query.IntervalSeconds, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(query.Limit, 1);
        if (codes.Find(query.Instrument) is not { } code)
            return [];

        var intervalUs = query.IntervalSeconds * 1_000_000L;
        using var command = connection.CreateCommand();
        command.CommandText = Select;
        command.Parameters.AddWithValue("$instrument", code);
        command.Parameters.AddWithValue("$from", NextStart(query.FromUs, intervalUs));
        command.Parameters.AddWithValue("$to", NextStart(query.ToUs, intervalUs));
        command.Parameters.AddWithValue("$interval", intervalUs);
        command.Parameters.AddWithValue("$limit", query.Limit);
        using var reader = command.ExecuteReader();
        var candles = new List<Candle>();
        while (reader.Read())
        {
            candles.Add(new Candle(
                reader.GetInt64(0), reader.GetDouble(1), reader.GetDouble(2), reader.GetDouble(3), reader.GetDouble(4),
                reader.GetDouble(5), reader.GetInt64(6)));
        }

        return candles;
    }

    /// <summary>
    /// The first start of a candle at or after a time: a candle belongs to the range in which it starts, with all its trades.
    /// </summary>
    private static long NextStart(long timeUs, long intervalUs)
    {
        var start = Math.Max(timeUs, 0) / intervalUs * intervalUs;
        // A range without an end must not overflow.
        return start >= timeUs || start > long.MaxValue - intervalUs ? start : start + intervalUs;
    }
}
