using Draizer.Domain.Money;
using Draizer.Domain.Outputs;
using Draizer.Trading.Ports;
using Microsoft.Data.Sqlite;

namespace Draizer.Storage.Embedded.Tables;

/// <summary>A row for each sample of a session's equity.</summary>
internal static class EquityTable
{
    private const string Columns = "session_id, ts, seq, ord, asset, equity, wallet, unrealized_pnl";

    public static RowInsert Prepare(SqliteConnection connection) => new(connection, "equity", Columns);

    public static void Insert(RowInsert row, EquitySampled output)
    {
        var balance = output.Balance;
        row.AddKey(output)
            .Add(balance.Asset).Add(balance.Equity).Add(balance.Wallet).Add(balance.UnrealizedPnl)
            .Run();
    }

    public static IReadOnlyList<EquityPoint> Read(SqliteConnection connection, string sessionId, long fromUs)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT ts, equity FROM equity WHERE session_id = $session AND ts >= $from ORDER BY ts, seq, ord";
        command.Parameters.AddWithValue("$session", sessionId);
        command.Parameters.AddWithValue("$from", fromUs);
        using var reader = command.ExecuteReader();
        var points = new List<EquityPoint>();
        while (reader.Read())
            points.Add(new EquityPoint(reader.GetInt64(0), Exact.FromDouble(reader.GetDouble(1))));
        return points;
    }
}
