using Draizer.Domain.Markets;
using Draizer.Trading.Ports;

namespace Draizer.Storage.Tests;

public abstract partial class StoreContract
{
    [Fact]
    public async Task Read_ticks_gives_every_kind_as_written_in_order()
    {
        const long t = Samples.Noon;
        TickRow[] rows =
        [
            new(t, 1, MarketEvent.Trade(0, t - 7, 67_000.1, 0.007, Side.Buy)),
            new(t, 2, MarketEvent.Quote(1, t - 6, 0.1 + 0.2, 1e-9, 0.31, 1e9)),
            new(t, 3, MarketEvent.Trade(1, t - 5, 3_000.05, 1.25, Side.Sell)),
            new(t + 1, 4, MarketEvent.Mark(0, t, 67_001)),
            new(t + 2, 5, MarketEvent.Funding(0, t, -0.0001)),
            new(t + 3, 6, MarketEvent.Forecast(0, t, 0.00025, 28_800, t + 5)),
            new(t + 3, 7, MarketEvent.Quote(0, t, 66_999.9, 1, 67_000.1, 2)),
        ];
        await Write([.. Enumerable.Reverse(rows)]);

        Assert.Equal(rows, await ReadTicks());
    }

    [Fact]
    public async Task Read_ticks_takes_the_start_of_the_range_and_not_its_end()
    {
        await Write(Samples.Trade(10, 1), Samples.Trade(20, 2), Samples.Trade(30, 3));

        Assert.Equal([20L], (await ReadTicks(11, 30)).Select(r => r.TimeUs));
        Assert.Equal([10L, 20L], (await ReadTicks(10, 30)).Select(r => r.TimeUs));
        Assert.Empty(await ReadTicks(31, long.MaxValue));
        Assert.Empty(await ReadTicks(20, 20));
    }

    [Fact]
    public async Task Read_ticks_streams_more_than_it_holds()
    {
        // Longer than any chunk, with every seventh time shared by two ticks.
        var rows = Enumerable.Range(0, 20_000).Select(i => Samples.Trade(1_000 + i - (i % 7 == 0 ? 1 : 0), 100 + (i % 50), sequence: i)).ToList();
        await Store.WriteAsync(new StoreBatch([], rows), default);

        Assert.Equal(rows, await ReadTicks());
    }

    [Fact]
    public async Task Read_ticks_cancelled_on_the_way_ends_there()
    {
        await Store.WriteAsync(new StoreBatch([], [.. Enumerable.Range(1, 100).Select(i => Samples.Trade(i, 5))]), default);
        using var cancellation = new CancellationTokenSource();
        var count = 0;

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in Store.ReadTicksAsync(0, long.MaxValue, cancellation.Token))
            {
                if (++count == 10)
                    await cancellation.CancelAsync();
            }
        });

        Assert.Equal(10, count);
    }

    [Fact]
    public async Task Read_last_tick_time_is_that_of_the_newest_trade_or_quote()
    {
        Assert.Null(await Store.ReadLastTickTimeAsync(default));

        await Write(Samples.Trade(10, 1));
        Assert.Equal(10, await Store.ReadLastTickTimeAsync(default));

        await Write(new TickRow(12, 12, MarketEvent.Quote(0, 12, 1, 1, 2, 1)), Samples.Trade(11, 1));
        Assert.Equal(12, await Store.ReadLastTickTimeAsync(default));
    }

    [Fact]
    public async Task Read_candles_worked_by_hand()
    {
        const long s = Samples.Second;
        await Write(
            // Candle 0: 5 first by sequence though it is written last, 4 last though it shares its time with 9.
            Samples.Trade((4 * s) + 999_999, 4, 0.5, sequence: 9),
            Samples.Trade((4 * s) + 999_999, 9, 1, sequence: 8),
            Samples.Trade(0, 2, 2, sequence: 2),
            Samples.Trade(0, 5, 1, sequence: 1),
            // Candle 5: one trade on its first microsecond. Candle 10: none but a mark. Candle 15: two.
            Samples.Trade(5 * s, 7, 3, sequence: 10),
            new TickRow(11 * s, 11, MarketEvent.Mark(0, 11 * s, 1_000)),
            Samples.Trade(16 * s, 8, 1, sequence: 12),
            Samples.Trade(19 * s, 6, 1, sequence: 13),
            // Another instrument's.
            Samples.Trade(6 * s, 100, 1, sequence: 14, instrument: 1));

        Assert.Equal(
            [new Candle(0, 5, 9, 2, 4, 4.5, 4), new Candle(5 * s, 7, 7, 7, 7, 3, 1), new Candle(15 * s, 8, 8, 6, 6, 2, 2)],
            await Candles(0, long.MaxValue));
        // The newest of them, still oldest first.
        Assert.Equal([5 * s, 15 * s], (await Candles(0, long.MaxValue, limit: 2)).Select(c => c.StartUs));
        // A candle is in the range in which it starts, with the trades that it has beyond it.
        Assert.Equal([5 * s, 15 * s], (await Candles(1, (15 * s) + 1)).Select(c => c.StartUs));
        Assert.Equal([2L], (await Candles(6 * s, (15 * s) + 1)).Select(c => c.TradeCount));
        Assert.Equal([0L, 5 * s], (await Candles(0, 15 * s)).Select(c => c.StartUs));
        Assert.Empty(await Candles(16 * s, 100 * s));

        Task<IReadOnlyList<Candle>> Candles(long fromUs, long toUs, int limit = 500) =>
            Store.ReadCandlesAsync(new CandleQuery(Samples.Btc, 5, fromUs, toUs, limit), default);
    }

    [Fact]
    public async Task Read_candles_of_an_instrument_without_trades_is_empty()
    {
        await Write(Samples.Trade(10, 1));

        Assert.Empty(await Store.ReadCandlesAsync(new CandleQuery(Samples.Eth, 60, 0, long.MaxValue, 10), default));
    }
}
