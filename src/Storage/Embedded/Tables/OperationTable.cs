using Draizer.Domain.Outputs;
using Draizer.Domain.Positions;
using Microsoft.Data.Sqlite;

namespace Draizer.Storage.Embedded.Tables;

/// <summary>A row for each round trip.</summary>
internal static class OperationTable
{
    private const string Columns = """
        session_id, ts, seq, ord, position_id, venue, symbol, position_side, quantity, entry_price, exit_price, realized_pnl, fees,
        funding, net_pnl, opened_ts, closed_ts, close_reason, strategy_name, entry_signal_id, signal_confidence
        """;

    private const string Select = """
        SELECT position_id, venue, symbol, position_side, quantity, entry_price, exit_price, realized_pnl, fees, funding,
          opened_ts, closed_ts, close_reason, strategy_name, entry_signal_id, signal_confidence
        FROM operations
        WHERE session_id = $session AND closed_ts >= $from
        ORDER BY closed_ts, ts, seq, ord
        """;

    public static RowInsert Prepare(SqliteConnection connection) => new(connection, "operations", Columns);

    public static void Insert(RowInsert row, RoundTripClosed output)
    {
        var trip = output.RoundTrip;
        row.AddKey(output)
            .Add(trip.PositionId).Add(trip.Instrument)
            .Add(EnumWords<PositionSide>.Upper(trip.Side))
            .Add(trip.Quantity).Add(trip.EntryPrice).Add(trip.ExitPrice)
            .Add(trip.RealizedPnl).Add(trip.Fees).Add(trip.Funding).Add(trip.NetPnl)
            .Add(trip.OpenedUs).Add(trip.ClosedUs)
            .Add(CloseReasonWord.Of(trip.CloseReason))
            .Add(trip.Strategy).Add(trip.SignalId).Add(trip.SignalConfidence)
            .Run();
    }

    public static IReadOnlyList<RoundTrip> Read(SqliteConnection connection, InstrumentCodes instruments, string sessionId, long fromUs)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Select;
        command.Parameters.AddWithValue("$session", sessionId);
        command.Parameters.AddWithValue("$from", fromUs);
        using var reader = command.ExecuteReader();
        var row = new RowReader(reader, instruments);
        var trips = new List<RoundTrip>();
        while (row.Read())
            trips.Add(Read(row));
        return trips;
    }

    // In the order of Select.
    private static RoundTrip Read(RowReader row) => new()
    {
        PositionId = row.Id(),
        Instrument = row.Instrument(),
        Side = row.Word<PositionSide>(),
        Quantity = row.Money(),
        EntryPrice = row.Money(),
        ExitPrice = row.Money(),
        RealizedPnl = row.Money(),
        Fees = row.Money(),
        Funding = row.Money(),
        OpenedUs = row.Long(),
        ClosedUs = row.Long(),
        CloseReason = CloseReasonWord.Parse(row.TextOrNull()),
        Strategy = row.TextOrNull(),
        SignalId = row.IdOrNull(),
        SignalConfidence = row.DoubleOrNull(),
    };
}
