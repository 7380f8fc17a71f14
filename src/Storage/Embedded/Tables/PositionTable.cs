using Draizer.Domain.Outputs;
using Draizer.Domain.Positions;
using Microsoft.Data.Sqlite;

namespace Draizer.Storage.Embedded.Tables;

/// <summary>A row for each change of a position, but not for its marks.</summary>
internal static class PositionTable
{
    private const string Columns = """
        session_id, ts, seq, ord, change, position_id, venue, symbol, position_side, status, quantity, entry_price, current_price,
        leverage, liquidation_price, unrealized_pnl, unrealized_pnl_pct, margin_used, margin_ratio, realized_pnl, fees,
        funding_cost_accrued, stop_loss_price, take_profit_price, strategy_name, entry_signal_id, close_reason, opened_ts,
        updated_ts, closed_ts
        """;

    public static RowInsert Prepare(SqliteConnection connection) => new(connection, "positions", Columns);

    public static void Insert(RowInsert row, PositionChanged output)
    {
        var position = output.Position;
        row.AddKey(output)
            .Add(EnumWords<PositionChange>.Upper(output.Change))
            .Add(position.PositionId).Add(position.Instrument)
            .Add(EnumWords<PositionSide>.Upper(position.Side))
            .Add(position.IsOpen ? "OPEN" : "CLOSED")
            .Add(position.Quantity).Add(position.EntryPrice).Add(position.CurrentPrice)
            .Add(position.Leverage).Add(position.LiquidationPrice)
            .Add(position.UnrealizedPnl).Add(position.UnrealizedPnlPct)
            .Add(position.Margin).Add(position.MarginRatioPct)
            .Add(position.RealizedPnl).Add(position.Fees).Add(position.FundingAccrued)
            .Add(position.StopLossPrice).Add(position.TakeProfitPrice)
            .Add(position.Strategy).Add(position.SignalId)
            .Add(CloseReasonWord.Of(position.CloseReason))
            .Add(position.OpenedUs).Add(position.UpdatedUs).Add(position.ClosedUs)
            .Run();
    }
}

/// <summary>Close reasons as they are shown: in lower case, absent where there is none.</summary>
internal static class CloseReasonWord
{
    public static string? Of(CloseReason reason) => reason == CloseReason.None ? null : EnumWords<CloseReason>.Lower(reason);

    public static CloseReason Parse(string? word) => word is null ? CloseReason.None : EnumWords<CloseReason>.Parse(word);
}
