using System.Collections.Concurrent;
using Draizer.Domain.Outputs;
using Draizer.Storage.Embedded;
using Draizer.Storage.Writing;
using Draizer.Trading.Ports;

namespace Draizer.Storage.Tests.Writing;

public sealed class StoreWriterTests : IAsyncDisposable
{
    // All different, so that a test knows which of them is being waited for.
    private static readonly TimeSpan Delay = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Retry = TimeSpan.FromMilliseconds(130);
    private static readonly TimeSpan MaxRetry = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Drain = TimeSpan.FromSeconds(7);

    private readonly ManualTime _time = new();
    private readonly ScriptedStore _store = new();
    private readonly ConcurrentQueue<Exception> _errors = new();
    private readonly StoreWriter _writer;

    public StoreWriterTests() => _writer = Create(_store, _time);

    public async ValueTask DisposeAsync()
    {
        _store.Failures = 0;
        await _writer.DisposeAsync();
        await _store.DisposeAsync();
    }

    [Fact]
    public async Task Rows_fewer_than_a_batch_wait_for_the_delay_of_the_oldest()
    {
        _writer.Offer(Samples.Equity(1));
        _ = _writer.RunAsync(default);
        await _time.WaitForTimer(Delay);
        _time.Advance(Delay * 0.4);
        _writer.OfferTicks([Samples.Trade(1, 5)]);
        Assert.Equal((2, Delay * 0.4), (_writer.Pending, _writer.Lag));

        _time.Advance(Delay * 0.6);
        var batch = await _store.NextStored();

        Assert.Equal([Samples.Equity(1)], batch.Outputs);
        Assert.Equal([Samples.Trade(1, 5)], batch.Ticks);
    }

    [Fact]
    public async Task A_full_batch_is_written_at_once_and_the_rest_after_its_delay()
    {
        _ = _writer.RunAsync(default);
        var ticks = Ticks(10);
        _writer.OfferTicks(ticks);

        Assert.Equal(ticks[..4], (await _store.NextStored()).Ticks);
        Assert.Equal(ticks[4..8], (await _store.NextStored()).Ticks);
        await _time.WaitForTimer(Delay);
        _time.Advance(Delay);
        Assert.Equal(ticks[8..], (await _store.NextStored()).Ticks);
    }

    [Fact]
    public async Task Outputs_go_before_ticks_that_were_offered_earlier()
    {
        _writer.OfferTicks(Ticks(3));
        _writer.Offer(Samples.Equity(1));
        _writer.Offer(Samples.Equity(2));
        _ = _writer.RunAsync(default);

        var batch = await _store.NextStored();

        Assert.Equal([Samples.Equity(1), Samples.Equity(2)], batch.Outputs);
        Assert.Equal(Ticks(2), batch.Ticks);
    }

    [Fact]
    public async Task A_failing_store_is_tried_again_after_growing_delays_with_nothing_lost_and_nothing_twice()
    {
        _store.Failures = 4;
        Output[] outputs = [.. Enumerable.Range(0, 6).Select(i => Samples.Equity(i))];
        foreach (var output in outputs[..4])
            _writer.Offer(output);
        _ = _writer.RunAsync(default);

        foreach (var delay in new[] { Retry, Retry * 2, MaxRetry, MaxRetry })
        {
            await _store.NextAttempt();
            await _time.WaitForTimer(delay);
            Assert.IsType<IOException>(_writer.LastError);
            if (delay == Retry)
            {
                _writer.Offer(outputs[4]);
                _writer.Offer(outputs[5]);
            }

            _time.Advance(delay);
        }

        await _writer.FlushAsync(default);
        Assert.Equal(outputs, _store.Outputs);
        Assert.Equal(4, _errors.Count);
        Assert.Equal((0, TimeSpan.Zero, null), (_writer.Pending, _writer.Lag, _writer.LastError));
    }

    [Fact]
    public async Task A_batch_that_was_stored_though_the_store_said_otherwise_is_not_stored_twice()
    {
        using var folder = new TempFolder();
        await using var inner = EmbeddedStore.Open(folder.File("draizer.db"), Samples.Catalogue);
        await inner.MigrateAsync(default);
        await using var store = new ScriptedStore(inner) { Failures = 1 };
        await using (var writer = Create(store, _time))
        {
            writer.Offer(Samples.Order(1));
            writer.Offer(Samples.Equity(1));
            writer.OfferTicks(Ticks(2));
            _ = writer.RunAsync(default);
            await _time.WaitForTimer(Retry);
            _time.Advance(Retry);
            await writer.FlushAsync(default);
        }

        Assert.Single((await inner.ReadOrdersAsync(new OrderQuery(), default)).Items);
        Assert.Single(await inner.ReadEquityAsync("s1", 0, default));
        var ticks = new List<TickRow>();
        await foreach (var tick in inner.ReadTicksAsync(0, long.MaxValue, default))
            ticks.Add(tick);
        Assert.Equal(Ticks(2), ticks);
    }

    [Fact]
    public async Task Ticks_beyond_the_bound_are_dropped_oldest_first_and_counted_while_outputs_stay()
    {
        var ticks = Ticks(25);
        for (var i = 0; i < 30; i++)
            _writer.Offer(Samples.Equity(i));
        _writer.OfferTicks(ticks.AsSpan(0, 8));
        _writer.OfferTicks(ticks.AsSpan(8));
        Assert.Equal((5, 50), (_writer.DroppedTicks, _writer.Pending));

        _ = _writer.RunAsync(default);
        await _writer.FlushAsync(default);

        Assert.Equal(ticks[5..], _store.Ticks);
        Assert.Equal(30, _store.Outputs.Count);
    }

    [Fact]
    public async Task Flush_waits_for_the_write_of_what_was_offered_before_it_and_for_no_delay()
    {
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _store.Gate = gate.Task;
        _ = _writer.RunAsync(default);
        _writer.Offer(Samples.Equity(1));
        var flush = _writer.FlushAsync(default);
        await _store.NextAttempt();
        Assert.False(flush.IsCompleted);
        Assert.Equal(1, _writer.Pending);

        gate.SetResult();
        await flush;

        Assert.Equal([Samples.Equity(1)], _store.Outputs);
        await _writer.FlushAsync(default);
    }

    [Fact]
    public async Task Flush_cancelled_leaves_the_rows_to_be_stored()
    {
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _store.Gate = gate.Task;
        _ = _writer.RunAsync(default);
        _writer.Offer(Samples.Equity(1));
        using var cancellation = new CancellationTokenSource();
        var flush = _writer.FlushAsync(cancellation.Token);

        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => flush);
        gate.SetResult();

        Assert.Equal([Samples.Equity(1)], (await _store.NextStored()).Outputs);
    }

    [Fact]
    public async Task Run_that_is_stopped_stores_what_is_left_and_then_takes_no_more()
    {
        using var stop = new CancellationTokenSource();
        var run = _writer.RunAsync(stop.Token);
        foreach (var number in Enumerable.Range(0, 9))
            _writer.Offer(Samples.Equity(number));
        _writer.OfferTicks(Ticks(6));

        await stop.CancelAsync();
        await run;

        Assert.Equal((9, 6), (_store.Outputs.Count, _store.Ticks.Count));
        Assert.Empty(_errors);
        Assert.Throws<ObjectDisposedException>(() => _writer.Offer(Samples.Equity(10)));
        Assert.Throws<ObjectDisposedException>(() => _writer.OfferTicks(Ticks(1)));
    }

    [Fact]
    public async Task Dispose_of_a_writer_that_never_ran_stores_what_it_was_given()
    {
        _writer.Offer(Samples.Equity(1));

        await _writer.DisposeAsync();

        Assert.Equal([Samples.Equity(1)], _store.Outputs);
    }

    [Fact]
    public async Task Dispose_while_the_store_is_down_gives_up_in_time_and_reports_what_is_lost()
    {
        _store.Failures = int.MaxValue;
        _ = _writer.RunAsync(default);
        for (var i = 0; i < 5; i++)
            _writer.Offer(Samples.Equity(i));
        _writer.OfferTicks(Ticks(2));
        var flush = _writer.FlushAsync(default);
        await _time.WaitForTimer(Retry);

        var dispose = _writer.DisposeAsync().AsTask();
        Assert.False(dispose.IsCompleted);
        _time.Advance(Drain);
        await dispose;

        var loss = Assert.IsType<RowsNotStoredException>(_errors.Last());
        Assert.Equal((5, 2), (loss.Outputs, loss.Ticks));
        Assert.IsType<IOException>(loss.InnerException);
        await Assert.ThrowsAsync<RowsNotStoredException>(() => flush);
    }

    [Fact]
    public async Task Many_threads_offer_and_every_row_arrives_once_in_the_order_of_its_thread()
    {
        const int each = 500;
        await using var store = new ScriptedStore();
        await using var writer = new StoreWriter(store, new StoreWriterOptions { MaxRows = 64 }, TimeProvider.System, _errors.Enqueue);
        _ = writer.RunAsync(default);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(thread => Task.Run(() =>
        {
            for (var i = 0; i < each; i++)
            {
                writer.Offer(Samples.Equity(i, session: $"s{thread}"));
                writer.OfferTicks([Samples.Trade(i, thread)]);
            }
        })));
        await writer.FlushAsync(default);

        for (var thread = 0; thread < 4; thread++)
        {
            var outputs = Enumerable.Range(0, each).Select(i => Samples.Equity(i, session: $"s{thread}"));
            Assert.Equal(outputs, store.Outputs.Where(o => o.SessionId == $"s{thread}").Cast<EquitySampled>());
            var ticks = Enumerable.Range(0, each).Select(i => Samples.Trade(i, thread));
            Assert.Equal(ticks, store.Ticks.Where(t => t.Market.Price == thread));
        }
    }

    private static TickRow[] Ticks(int count) => [.. Enumerable.Range(1, count).Select(i => Samples.Trade(i, 100 + i))];

    private StoreWriter Create(IStore store, TimeProvider time) => new(
        store,
        new StoreWriterOptions
        {
            MaxRows = 4,
            MaxDelay = Delay,
            MaxBufferedTicks = 20,
            FirstRetryDelay = Retry,
            MaxRetryDelay = MaxRetry,
            DrainTimeout = Drain,
        },
        time,
        _errors.Enqueue);
}
