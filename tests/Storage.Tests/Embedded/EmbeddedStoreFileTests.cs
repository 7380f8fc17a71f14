using Draizer.Domain.Markets;
using Draizer.Domain.Orders;
using Draizer.Storage.Embedded;
using Draizer.Trading.Ports;
using Microsoft.Data.Sqlite;

namespace Draizer.Storage.Tests.Embedded;

public sealed class EmbeddedStoreFileTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private string File => _folder.File("draizer.db");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Open_again_finds_what_was_written()
    {
        var order = Samples.Order(1);
        await using (var store = await OpenAsync())
            await store.WriteAsync(new StoreBatch([order], [Samples.Trade(10, 5)]), default);

        await using var reopened = await OpenAsync();

        Assert.Equal(order.Order, Assert.Single((await reopened.ReadOrdersAsync(new OrderQuery(), default)).Items).Value);
        Assert.Equal(10, await reopened.ReadLastTickTimeAsync(default));
    }

    [Fact]
    public async Task Files_copied_amid_a_transaction_open_with_all_that_was_committed_and_no_more()
    {
        await using var store = await OpenAsync();
        await store.WriteAsync(Samples.Batch(Samples.Order(1), Samples.Order(2)), default);

        using (var other = Sql.Open(File))
        {
            // A cache of a few pages, so that the unfinished transaction has reached the log on disk.
            Sql.Run(other, """
                PRAGMA cache_size = 5;
                BEGIN IMMEDIATE;
                DELETE FROM orders WHERE created_ts = (SELECT min(created_ts) FROM orders);
                WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000)
                INSERT INTO alerts SELECT 's1', i, i, 0, 'info', 'code', 'a message of some length', NULL, NULL FROM n;
                """);
            Assert.True(new FileInfo(File + "-wal").Length > 500_000);
            System.IO.File.Copy(File, _folder.File("copy.db"));
            System.IO.File.Copy(File + "-wal", _folder.File("copy.db-wal"));
            Sql.Run(other, "ROLLBACK");
        }

        await using (var copy = await OpenAsync("copy.db"))
        {
            Assert.Equal(2, (await copy.ReadOrdersAsync(new OrderQuery(), default)).Items.Count);
            await copy.WriteAsync(Samples.Batch(Samples.Order(3)), default);
        }

        Assert.Equal(["0"], Sql.Texts(_folder.File("copy.db"), "SELECT count(*) FROM alerts"));
        Assert.Equal(["ok"], Sql.Texts(_folder.File("copy.db"), "PRAGMA integrity_check"));
        Assert.Equal(["3"], Sql.Texts(_folder.File("copy.db"), "SELECT count(*) FROM orders"));
    }

    [Fact]
    public async Task Write_a_batch_with_one_bad_row_stores_none_of_it_and_the_next_one_whole()
    {
        await using var store = await OpenAsync();
        var bad = Samples.Order(2);
        bad = bad with { Order = bad.Order with { Status = (OrderStatus)99 } };

        await Assert.ThrowsAnyAsync<Exception>(() => store.WriteAsync(Samples.Batch(Samples.Order(1), bad), default));
        await store.WriteAsync(Samples.Batch(Samples.Order(3)), default);

        Assert.Equal([3L], (await store.ReadOrdersAsync(new OrderQuery(), default)).Items.Select(o => o.Value.OrderId.Sequence));
    }

    [Fact]
    public async Task Instruments_that_are_no_longer_listed_keep_their_names_and_others_their_ticks()
    {
        await using (var store = await OpenAsync())
        {
            await store.WriteAsync(
                new StoreBatch([Samples.Order(1)], [Samples.Trade(10, 5, instrument: 0), Samples.Trade(20, 6, instrument: 1)]), default);
        }

        // ETH has another index than before; BTC is gone.
        var catalogue = new InstrumentCatalogue([Samples.Instrument("SOL_USDT"), Samples.Instrument("XRP_USDT"), Samples.Eth]);
        await using var later = await OpenAsync(catalogue: catalogue);

        var instrument = (await later.ReadOrdersAsync(new OrderQuery(), default)).Items[0].Value.Instrument;
        Assert.Equal(("sim", "BTC_USDT", "BTC", "USDT"), (instrument.Venue, instrument.Symbol, instrument.BaseAsset, instrument.QuoteAsset));
        var ticks = new List<TickRow>();
        await foreach (var tick in later.ReadTicksAsync(0, 100, default))
            ticks.Add(tick);
        Assert.Equal([Samples.Trade(20, 6, instrument: 2)], ticks);
        Assert.Single(await later.ReadCandlesAsync(new CandleQuery(catalogue[2], 1, 0, 100, 10), default));
        Assert.Empty(await later.ReadCandlesAsync(new CandleQuery(Samples.Btc, 1, 0, 100, 10), default));
    }

    [Fact]
    public async Task Tables_read_like_the_words_of_the_documentation()
    {
        await using var store = await OpenAsync();
        await store.WriteAsync(new StoreBatch(Samples.WriteOnly, [Samples.Trade(10, 5.5, 2)]), default);
        await store.WriteAsync(
            new StoreBatch([Samples.Order(1), Samples.Signal(1), Samples.RoundTrip(1)], [new(11, 11, MarketEvent.Quote(1, 11, 1, 2, 3, 4))]),
            default);
        await store.SaveSessionAsync(Samples.Session("a"), default);

        Check("SELECT ts, venue, symbol, type, price, quantity, side, rate FROM ticks", "10|sim|BTC_USDT|trade|5.5|2|sell|NULL");
        Check("SELECT ts, venue, symbol, bid, bid_size, ask, ask_size FROM quotes", "11|sim|ETH_USDT|1|2|3|4");
        Check(
            "SELECT action, side, position_side, order_type, time_in_force, status, execution_price FROM latest_orders",
            "SHORT|SELL|SHORT|TAKE_PROFIT|POST_ONLY|FILLED|67000.12345678");
        Check("SELECT signal_type, action, execution_status, confidence FROM latest_signals", "S1|COVER|PENDING|0.83");
        Check("SELECT json_extract(indicator_values, '$.\"twap(t1=60,t2=5)\"') FROM signals", "0.30000000000000004");
        Check("SELECT from_state, to_state, trigger FROM strategy_transitions", "MONITORING|SIGNAL_DETECTED|s1_met");
        Check("SELECT status, close_reason FROM latest_positions", "CLOSED|take_profit");
        Check("SELECT position_side, close_reason, net_pnl FROM operations", "SHORT|stop_loss|11.87499999");
        Check("SELECT side, quantity, commission FROM fills", "SELL|0.007|0.28");
        Check("SELECT asset, available, equity FROM balances", "USDT|9799.5|10001.5");
        Check("SELECT severity, symbol FROM alerts ORDER BY ord", "critical|BTC_USDT", "info|NULL");
        Check("SELECT status, win_rate, json_array_length(symbols) FROM latest_sessions", "RUNNING|75|2");

        void Check(string sql, params string[] expected) => Assert.Equal(expected, Sql.Texts(File, sql));
    }

    [Fact]
    public async Task Write_to_a_file_that_another_process_holds_says_so_and_works_once_it_lets_go()
    {
        await using var store = await OpenAsync(options: new EmbeddedStoreOptions { BusyTimeout = TimeSpan.FromMilliseconds(1) });
        using (var other = Sql.Open(File))
        {
            Sql.Run(other, "BEGIN IMMEDIATE");
            var error = await Assert.ThrowsAsync<StoreException>(() => store.WriteAsync(Samples.Batch(Samples.Order(1)), default));
            Assert.Contains("locked", error.Message, StringComparison.Ordinal);
            Sql.Run(other, "ROLLBACK");
        }

        await store.WriteAsync(Samples.Batch(Samples.Order(1)), default);
        Assert.Single((await store.ReadOrdersAsync(new OrderQuery(), default)).Items);
    }

    [Theory]
    [InlineData(13, "disk is full")]
    [InlineData(5, "locked")]
    [InlineData(8, "may not be written")]
    [InlineData(11, "damaged")]
    public void StoreException_names_the_fault_and_the_file(int resultCode, string expected)
    {
        var error = StoreException.From(new SqliteException("?", resultCode), "/data/draizer.db");

        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
        Assert.Contains("/data/draizer.db", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_a_file_that_is_no_database_is_refused()
    {
        System.IO.File.WriteAllText(File, new string('x', 5_000));

        Assert.Throws<StoreException>(() => EmbeddedStore.Open(File, Samples.Catalogue));
    }

    [Fact]
    public async Task Dispose_again_does_nothing_and_use_afterwards_is_refused()
    {
        var store = await OpenAsync();
        await store.DisposeAsync();
        await store.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => store.ReadOrdersAsync(new OrderQuery(), default));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => store.WriteAsync(Samples.Batch(Samples.Order(1)), default));
    }

    private async Task<EmbeddedStore> OpenAsync(
        string name = "draizer.db", InstrumentCatalogue? catalogue = null, EmbeddedStoreOptions? options = null)
    {
        var store = EmbeddedStore.Open(_folder.File(name), catalogue ?? Samples.Catalogue, options);
        await store.MigrateAsync(default);
        return store;
    }
}
