using Draizer.Domain.Outputs;
using Microsoft.Data.Sqlite;

namespace Draizer.Storage.Embedded.Tables;

/// <summary>A row for each alert.</summary>
internal static class AlertTable
{
    private const string Columns = "session_id, ts, seq, ord, severity, code, message, venue, symbol";

    public static RowInsert Prepare(SqliteConnection connection) => new(connection, "alerts", Columns);

    public static void Insert(RowInsert row, AlertRaised output) => row.AddKey(output)
        .Add(EnumWords<AlertSeverity>.Lower(output.Severity))
        .Add(output.Code).Add(output.Message).Add(output.Instrument)
        .Run();
}
