using Draizer.Domain.Outputs;
using Microsoft.Data.Sqlite;

namespace Draizer.Storage.Embedded.Tables;

/// <summary>A row for each posting: the money of the session after it.</summary>
internal static class BalanceTable
{
    private const string Columns = """
        session_id, ts, seq, ord, asset, wallet, available, margin, reserved, unrealized_pnl, realized_pnl, fees, funding, equity
        """;

    public static RowInsert Prepare(SqliteConnection connection) => new(connection, "balances", Columns);

    public static void Insert(RowInsert row, BalanceChanged output)
    {
        var balance = output.Balance;
        row.AddKey(output)
            .Add(balance.Asset).Add(balance.Wallet).Add(balance.Available).Add(balance.Margin).Add(balance.Reserved)
            .Add(balance.UnrealizedPnl).Add(balance.RealizedPnl).Add(balance.Fees).Add(balance.Funding).Add(balance.Equity)
            .Run();
    }
}
