using Draizer.Domain.Markets;
using Draizer.Domain.Outputs;
using Microsoft.Data.Sqlite;

namespace Draizer.Storage.Embedded.Tables;

/// <summary>A row for each fill.</summary>
internal static class FillTable
{
    private const string Columns = "session_id, ts, seq, ord, order_id, venue, symbol, side, quantity, price, commission, realized_pnl";

    public static RowInsert Prepare(SqliteConnection connection) => new(connection, "fills", Columns);

    public static void Insert(RowInsert row, FillMade output) => row.AddKey(output)
        .Add(output.OrderId).Add(output.Instrument)
        .Add(EnumWords<Side>.Upper(output.Side))
        .Add(output.Quantity).Add(output.Price).Add(output.Fee).Add(output.RealizedPnl)
        .Run();
}
