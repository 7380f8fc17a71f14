using Draizer.Domain.Outputs;
using Draizer.Domain.Signals;
using Draizer.Trading.Ports;
using Microsoft.Data.Sqlite;

namespace Draizer.Storage.Embedded.Tables;

/// <summary>A row for each signal, and another once its fate is known.</summary>
internal static class SignalTable
{
    private const string Columns = """
        session_id, ts, seq, ord, signal_id, episode_id, strategy_name, venue, symbol, signal_type, action, price, confidence,
        indicator_values, execution_status, rejection_reason, order_id, raised_ts
        """;

    public static RowInsert Prepare(SqliteConnection connection) => new(connection, "signals", Columns);

    public static void Insert(RowInsert row, SignalChanged output)
    {
        var signal = output.Signal;
        row.AddKey(output)
            .Add(signal.SignalId).Add(signal.EpisodeId).Add(signal.Strategy).Add(signal.Instrument)
            .Add(EnumWords<Section>.Upper(signal.Section))
            .Add(EnumWords<SignalAction>.Upper(signal.Action))
            .Add(signal.Price).Add(signal.Confidence)
            .Add(IndicatorJson.Write(signal.Values))
            .Add(EnumWords<SignalStatus>.Upper(signal.Status)).Add(signal.Reason)
            .Add(signal.OrderId)
            .Add(signal.RaisedUs)
            .Run();
    }

    public static Page<Stored<SignalSnapshot>> ReadPage(SqliteConnection connection, InstrumentCodes instruments, SignalQuery query)
    {
        var page = new PageQuery("signals", "latest_signals", Columns, "raised_ts", "signal_id")
            .Where("session_id", query.SessionId)
            .Where("symbol", query.Symbol)
            .Where("strategy_name", query.Strategy)
            .Where("signal_type", query.Section is { } section ? EnumWords<Section>.Upper(section) : null);
        return page.Read(
            connection, instruments, query.Limit, query.Cursor,
            row => row.Stored(Read),
            stored => (stored.Value.RaisedUs, stored.Value.SignalId.ToString()));
    }

    // In the order of Columns.
    private static SignalSnapshot Read(RowReader row) => new()
    {
        SignalId = row.Id(),
        EpisodeId = row.Id(),
        Strategy = row.Text(),
        Instrument = row.Instrument(),
        Section = row.Word<Section>(),
        Action = row.Word<SignalAction>(),
        Price = row.Double(),
        Confidence = row.Double(),
        Values = IndicatorJson.Read(row.Text()),
        Status = row.Word<SignalStatus>(),
        Reason = row.TextOrNull(),
        OrderId = row.IdOrNull(),
        RaisedUs = row.Long(),
    };
}
