using Draizer.Domain.Orders;
using Draizer.Domain.Outputs;
using Draizer.Domain.Signals;
using Draizer.Trading.Ports;

namespace Draizer.Storage.Tests;

public abstract partial class StoreContract
{
    [Fact]
    public async Task Read_orders_gives_what_was_written()
    {
        var full = Samples.Order(1);
        var sparse = Samples.Order(2);
        sparse = sparse with
        {
            Order = sparse.Order with
            {
                RequestedPrice = null,
                AveragePrice = null,
                SlippagePct = null,
                Reason = null,
                RealizedPnl = null,
                Strategy = null,
                SignalId = null,
            },
        };
        await Write(full, sparse);

        var page = await Store.ReadOrdersAsync(new OrderQuery(), default);

        Assert.Equal([Stored(sparse), Stored(full)], page.Items);
        Assert.Null(page.NextCursor);
    }

    [Theory]
    [InlineData("0.00000001")]
    [InlineData("-0.1")]
    [InlineData("67000.12345678")]
    [InlineData("1234567890.12345")]
    [InlineData("999999999999999")]
    public async Task Read_orders_gives_money_back_to_fifteen_digits(string text)
    {
        var amount = decimal.Parse(text);
        var order = Samples.Order(1);
        await Write(order with { Order = order.Order with { Commission = amount } });

        Assert.Equal(amount, (await Store.ReadOrdersAsync(new OrderQuery(), default)).Items[0].Value.Commission);
    }

    [Fact]
    public async Task Read_orders_shows_the_newest_change_of_each_newest_order_first()
    {
        // In an order that is neither that of time nor that of the answer.
        var filled = Samples.Order(1, changedAfter: 5);
        var open = Samples.Order(2, changedAfter: 1, OrderStatus.Open);
        await Write(filled, Samples.Order(2, 0, OrderStatus.Pending));
        await Write(Samples.Order(1, 0, OrderStatus.Pending), open, Samples.Order(1, 2, OrderStatus.Partial));

        var page = await Store.ReadOrdersAsync(new OrderQuery(), default);

        Assert.Equal([Stored(open), Stored(filled)], page.Items);
    }

    [Fact]
    public async Task Read_orders_filters_by_each_field_as_it_is_now()
    {
        await Write(
            Samples.Order(1, 0, OrderStatus.Pending), Samples.Order(1, 1, OrderStatus.Filled),
            Samples.Order(2, 0, OrderStatus.Open, instrument: Samples.Eth),
            Samples.Order(3, 0, OrderStatus.Open, session: "s2"));

        Assert.Equal([3, 2, 1], await Numbers(new OrderQuery(Venue: "sim")));
        Assert.Equal([2, 1], await Numbers(new OrderQuery(SessionId: "s1")));
        Assert.Equal([2], await Numbers(new OrderQuery(Symbol: "ETH_USDT")));
        Assert.Equal([3, 2], await Numbers(new OrderQuery(Status: OrderStatus.Open)));
        Assert.Empty(await Numbers(new OrderQuery(Status: OrderStatus.Pending)));
        Assert.Empty(await Numbers(new OrderQuery(Venue: "elsewhere")));
        Assert.Equal([3], await Numbers(new OrderQuery("s2", "BTC_USDT", "sim", OrderStatus.Open)));

        async Task<IEnumerable<long>> Numbers(OrderQuery query) =>
            (await Store.ReadOrdersAsync(query, default)).Items.Select(o => o.Value.OrderId.Sequence);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(6)]
    [InlineData(50)]
    public async Task Read_orders_by_pages_gives_each_once(int limit)
    {
        // Three of them share their time.
        var orders = Enumerable.Range(1, 6).Select(i => Samples.Order(i)).ToList();
        for (var i = 1; i < 4; i++)
            orders[i] = orders[i] with { Order = orders[i].Order with { CreatedUs = orders[1].Order.CreatedUs } };
        await Write([.. orders]);

        var read = await ReadPages(limit, cursor => Store.ReadOrdersAsync(new OrderQuery("s1", Limit: limit, Cursor: cursor), default));

        Assert.Equal(Enumerable.Reverse(orders).Select(Stored), read);
    }

    [Fact]
    public async Task Read_orders_by_pages_is_not_moved_by_what_comes_meanwhile()
    {
        await Write(Samples.Order(1), Samples.Order(2), Samples.Order(3, status: OrderStatus.Open));
        var first = await Store.ReadOrdersAsync(new OrderQuery(Limit: 2), default);
        await Write(Samples.Order(4), Samples.Order(3, changedAfter: 9));

        var second = await Store.ReadOrdersAsync(new OrderQuery(Limit: 2, Cursor: first.NextCursor), default);

        Assert.Equal([3L, 2L], first.Items.Select(o => o.Value.OrderId.Sequence));
        Assert.Equal([1L], second.Items.Select(o => o.Value.OrderId.Sequence));
    }

    [Theory]
    [InlineData("")]
    [InlineData("???")]
    [InlineData("abc")]
    [InlineData("b3JkZXJzfHh8eQ")] // orders|x|y
    public async Task Read_a_list_with_a_foreign_cursor_is_refused(string cursor)
    {
        await Assert.ThrowsAsync<InvalidCursorException>(() => Store.ReadOrdersAsync(new OrderQuery(Cursor: cursor), default));
        await Assert.ThrowsAsync<InvalidCursorException>(() => Store.ReadSignalsAsync(new SignalQuery(Cursor: cursor), default));
        await Assert.ThrowsAsync<InvalidCursorException>(() => Store.ReadSessionsAsync(new SessionQuery(Cursor: cursor), default));
    }

    [Fact]
    public async Task Read_signals_with_the_cursor_of_orders_is_refused()
    {
        await Write(Samples.Order(1), Samples.Order(2));
        var cursor = (await Store.ReadOrdersAsync(new OrderQuery(Limit: 1), default)).NextCursor;

        Assert.NotNull(cursor);
        await Assert.ThrowsAsync<InvalidCursorException>(() => Store.ReadSignalsAsync(new SignalQuery(Cursor: cursor), default));
    }

    [Fact]
    public async Task Read_signals_gives_the_newest_change_of_each_as_written()
    {
        var executed = Samples.Signal(1, changedAfter: 2, SignalStatus.Executed);
        var sparse = Samples.Signal(2);
        sparse = sparse with { Signal = sparse.Signal with { Values = [], Reason = null, OrderId = null } };
        await Write(Samples.Signal(1), executed, sparse);

        var items = (await Store.ReadSignalsAsync(new SignalQuery(), default)).Items;

        Assert.Equal([("s1", sparse.Stamp), ("s1", executed.Stamp)], items.Select(s => (s.SessionId, s.Stamp)));
        Assert.Equal(sparse.Signal, items[0].Value with { Values = sparse.Signal.Values });
        Assert.Equal(executed.Signal, items[1].Value with { Values = executed.Signal.Values });
        Assert.Empty(items[0].Value.Values);
        Assert.Equal(executed.Signal.Values, items[1].Value.Values);
    }

    [Fact]
    public async Task Read_signals_filters_and_pages()
    {
        await Write(
            Samples.Signal(1), Samples.Signal(2, section: Section.ZE1), Samples.Signal(3, strategy: "dump"),
            Samples.Signal(4, session: "s2"), Samples.Signal(5, instrument: Samples.Eth));

        Assert.Equal([5, 4, 3, 2, 1], await Numbers(new SignalQuery(Limit: 2)));
        Assert.Equal([5, 3, 2, 1], await Numbers(new SignalQuery(SessionId: "s1", Limit: 3)));
        Assert.Equal([2], await Numbers(new SignalQuery(Section: Section.ZE1)));
        Assert.Equal([3], await Numbers(new SignalQuery(Strategy: "dump")));
        Assert.Equal([5], await Numbers(new SignalQuery(Symbol: "ETH_USDT")));

        async Task<IEnumerable<long>> Numbers(SignalQuery query) =>
            (await ReadPages(query.Limit, cursor => Store.ReadSignalsAsync(query with { Cursor = cursor }, default)))
                .Select(s => s.Value.SignalId.Sequence);
    }

    private static Stored<OrderSnapshot> Stored(OrderChanged output) => new(output.SessionId, output.Stamp, output.Order);
}
