using Draizer.Domain.Orders;
using Draizer.Domain.Outputs;
using Draizer.Domain.Positions;
using Draizer.Trading.Ports;
using Microsoft.Data.Sqlite;

namespace Draizer.Storage.Embedded.Tables;

/// <summary>A row for each change of an order.</summary>
internal static class OrderTable
{
    private const string Columns = """
        session_id, ts, seq, ord, order_id, strategy_name, signal_id, venue, symbol, action, side, position_side, order_type,
        time_in_force, origin, quantity, filled_quantity, requested_price, execution_price, slippage_pct, leverage, status,
        rejection_reason, commission, realized_pnl, created_ts, updated_ts
        """;

    private const string ReadColumns = """
        session_id, ts, seq, ord, order_id, strategy_name, signal_id, venue, symbol, action, order_type, time_in_force, origin,
        quantity, filled_quantity, requested_price, execution_price, slippage_pct, leverage, status, rejection_reason, commission,
        realized_pnl, created_ts, updated_ts
        """;

    public static RowInsert Prepare(SqliteConnection connection) => new(connection, "orders", Columns);

    public static void Insert(RowInsert row, OrderChanged output)
    {
        var order = output.Order;
        var positionSide = order.Action is OrderAction.Buy or OrderAction.Sell ? PositionSide.Long : PositionSide.Short;
        row.AddKey(output)
            .Add(order.OrderId).Add(order.Strategy).Add(order.SignalId).Add(order.Instrument)
            .Add(EnumWords<OrderAction>.Upper(order.Action))
            .Add(EnumWords<Domain.Markets.Side>.Upper(order.Action.Side()))
            .Add(EnumWords<PositionSide>.Upper(positionSide))
            .Add(EnumWords<OrderType>.Upper(order.Type))
            .Add(EnumWords<TimeInForce>.Upper(order.TimeInForce))
            .Add(order.Origin)
            .Add(order.Quantity).Add(order.FilledQuantity)
            .Add(order.RequestedPrice).Add(order.AveragePrice).Add(order.SlippagePct)
            .Add((long)order.Leverage)
            .Add(EnumWords<OrderStatus>.Upper(order.Status)).Add(order.Reason)
            .Add(order.Commission).Add(order.RealizedPnl)
            .Add(order.CreatedUs).Add(order.UpdatedUs)
            .Run();
    }

    public static Page<Stored<OrderSnapshot>> ReadPage(SqliteConnection connection, InstrumentCodes instruments, OrderQuery query)
    {
        var page = new PageQuery("orders", "latest_orders", ReadColumns, "created_ts", "order_id")
            .Where("session_id", query.SessionId)
            .Where("symbol", query.Symbol)
            .Where("venue", query.Venue)
            .Where("status", query.Status is { } status ? EnumWords<OrderStatus>.Upper(status) : null);
        return page.Read(
            connection, instruments, query.Limit, query.Cursor,
            row => row.Stored(Read),
            stored => (stored.Value.CreatedUs, stored.Value.OrderId.ToString()));
    }

    // In the order of ReadColumns.
    private static OrderSnapshot Read(RowReader row) => new()
    {
        OrderId = row.Id(),
        Strategy = row.TextOrNull(),
        SignalId = row.IdOrNull(),
        Instrument = row.Instrument(),
        Action = row.Word<OrderAction>(),
        Type = row.Word<OrderType>(),
        TimeInForce = row.Word<TimeInForce>(),
        Origin = row.Text(),
        Quantity = row.Money(),
        FilledQuantity = row.Money(),
        RequestedPrice = row.MoneyOrNull(),
        AveragePrice = row.MoneyOrNull(),
        SlippagePct = row.MoneyOrNull(),
        Leverage = row.Int(),
        Status = row.Word<OrderStatus>(),
        Reason = row.TextOrNull(),
        Commission = row.Money(),
        RealizedPnl = row.MoneyOrNull(),
        CreatedUs = row.Long(),
        UpdatedUs = row.Long(),
    };
}
