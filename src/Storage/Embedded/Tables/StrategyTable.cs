using Draizer.Trading.Ports;
using Microsoft.Data.Sqlite;

namespace Draizer.Storage.Embedded.Tables;

/// <summary>A row for each version of a strategy document.</summary>
internal static class StrategyTable
{
    public static void Insert(SqliteConnection connection, StrategyRecord strategy)
    {
        using var row = new RowInsert(connection, "strategies", "strategy_name, ts, seq, ord, document");
        row.Add(strategy.Name).Add(strategy.SavedUs).Add((long)strategy.Version).Add(0L).Add(strategy.DocumentJson).Run();
    }

    public static IReadOnlyList<StrategyRecord> ReadLatest(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText =
            "SELECT strategy_name, seq, document, ts FROM latest_strategies WHERE document IS NOT NULL ORDER BY strategy_name";
        using var reader = command.ExecuteReader();
        var strategies = new List<StrategyRecord>();
        while (reader.Read())
            strategies.Add(new StrategyRecord(reader.GetString(0), reader.GetInt32(1), reader.GetString(2), reader.GetInt64(3)));
        return strategies;
    }
}
