using Draizer.Domain.Outputs;
using Draizer.Trading.Ports;

namespace Draizer.Storage.Tests;

/// <summary>What every store keeps. A store inherits this and says how it is made.</summary>
public abstract partial class StoreContract : IAsyncLifetime
{
    protected IStore Store { get; private set; } = null!;

    /// <summary>An empty store of which the migrations have not run.</summary>
    private protected abstract IStore Create();

    public async Task InitializeAsync()
    {
        Store = Create();
        await Store.MigrateAsync(CancellationToken.None);
    }

    public virtual async Task DisposeAsync() => await Store.DisposeAsync();

    [Fact]
    public async Task Migrate_again_applies_nothing()
    {
        var report = await Store.MigrateAsync(CancellationToken.None);

        Assert.Empty(report.Applied);
        Assert.True(report.Total > 0);
    }

    [Fact]
    public async Task Write_outputs_that_no_list_shows_is_accepted()
    {
        await Write([.. Samples.WriteOnly]);
        await Write([.. Samples.WriteOnly]);

        Assert.Empty((await Store.ReadOrdersAsync(new OrderQuery(), default)).Items);
    }

    [Fact]
    public async Task Write_outputs_that_are_not_stored_passes_over_them()
    {
        await Write(
            new CommandAnswered(Samples.Stamp(1), "s1", 1, Domain.Commands.CommandResult.Done),
            new SessionStatusChanged(Samples.Stamp(1), "s1", Domain.Sessions.SessionStatus.Running, Reason: null),
            new PositionMarked(Samples.Stamp(1), "s1", Samples.Position(1, PositionChange.Opened).Position),
            Samples.Equity(1));

        Assert.Single(await Store.ReadEquityAsync("s1", 0, default));
    }

    [Fact]
    public async Task Write_a_batch_again_adds_nothing()
    {
        var batch = new StoreBatch(
            [Samples.Order(1), Samples.Signal(1), Samples.RoundTrip(1), Samples.Equity(1)],
            [Samples.Trade(1_000, 5), Samples.Trade(2_000, 6)]);
        await Store.WriteAsync(batch, default);
        await Store.WriteAsync(batch, default);

        Assert.Single((await Store.ReadOrdersAsync(new OrderQuery(), default)).Items);
        Assert.Single((await Store.ReadSignalsAsync(new SignalQuery(), default)).Items);
        Assert.Single(await Store.ReadRoundTripsAsync("s1", 0, default));
        Assert.Single(await Store.ReadEquityAsync("s1", 0, default));
        Assert.Equal(batch.Ticks, await ReadTicks());
    }

    [Fact]
    public async Task Write_changes_of_one_microsecond_and_of_two_sessions_keeps_all()
    {
        await Write(
            Samples.Equity(1, unrealized: 1, ordinal: 0), Samples.Equity(1, unrealized: 2, ordinal: 1),
            Samples.Equity(1, unrealized: 3, session: "s2"));

        Assert.Equal([10_001m, 10_002m], (await Store.ReadEquityAsync("s1", 0, default)).Select(p => p.Equity));
        Assert.Equal([10_003m], (await Store.ReadEquityAsync("s2", 0, default)).Select(p => p.Equity));
    }

    [Fact]
    public async Task Write_cancelled_before_it_begins_stores_nothing()
    {
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => Store.WriteAsync(Samples.Batch(Samples.Order(1)), new CancellationToken(canceled: true)));

        Assert.Empty((await Store.ReadOrdersAsync(new OrderQuery(), default)).Items);
    }

    [Fact]
    public async Task Read_equity_gives_samples_from_a_time_on_oldest_first()
    {
        await Write(Samples.Equity(3, 3.25m), Samples.Equity(1, 1), Samples.Equity(2, -2.00000001m));

        var points = await Store.ReadEquityAsync("s1", Samples.Noon + (2 * Samples.Second), default);

        Assert.Equal(
            [new(Samples.Noon + (2 * Samples.Second), 9_997.99999999m), new(Samples.Noon + (3 * Samples.Second), 10_003.25m)], points);
    }

    [Fact]
    public async Task Read_round_trips_gives_those_closed_from_a_time_on_oldest_first()
    {
        RoundTripClosed[] trips = [Samples.RoundTrip(3), Samples.RoundTrip(1), Samples.RoundTrip(2, reason: Domain.Positions.CloseReason.None)];
        await Write(trips);
        await Write(Samples.RoundTrip(4, session: "s2"));

        Assert.Equal(
            [trips[2].RoundTrip, trips[0].RoundTrip], await Store.ReadRoundTripsAsync("s1", Samples.Noon + (2 * Samples.Second), default));
    }

    [Fact]
    public async Task Readers_beside_a_writer_see_whole_batches()
    {
        const int batches = 40;
        const int samples = 10;
        var writing = Task.Run(async () =>
        {
            for (var batch = 0; batch < batches; batch++)
                await Write([.. Enumerable.Range(0, samples).Select(i => Samples.Equity((batch * samples) + i))]);
        });
        var readers = Enumerable.Range(0, 3).Select(_ => Task.Run(async () =>
        {
            var counts = new List<int>();
            while (counts.Count == 0 || counts[^1] < batches * samples)
            {
                counts.Add((await Store.ReadEquityAsync("s1", 0, default)).Count);
                if (writing.IsFaulted)
                    await writing;
            }

            return counts;
        })).ToList();
        await writing;

        foreach (var counts in await Task.WhenAll(readers))
        {
            Assert.All(counts, count => Assert.Equal(0, count % samples));
            Assert.Equal(counts.Order(), counts);
        }
    }

    private protected Task Write(params Output[] outputs) => Store.WriteAsync(Samples.Batch(outputs), CancellationToken.None);

    private protected Task Write(params TickRow[] ticks) => Store.WriteAsync(Samples.Batch(ticks), CancellationToken.None);

    private protected async Task<List<TickRow>> ReadTicks(long fromUs = 0, long toUs = long.MaxValue)
    {
        var rows = new List<TickRow>();
        await foreach (var row in Store.ReadTicksAsync(fromUs, toUs, CancellationToken.None))
            rows.Add(row);
        return rows;
    }

    /// <summary>All pages of a list, with the check that none is longer than asked for.</summary>
    private protected static async Task<List<T>> ReadPages<T>(int limit, Func<string?, Task<Page<T>>> read)
    {
        var items = new List<T>();
        string? cursor = null;
        do
        {
            var page = await read(cursor);
            Assert.InRange(page.Items.Count, 0, limit);
            items.AddRange(page.Items);
            cursor = page.NextCursor;
        }
        while (cursor is not null);
        return items;
    }
}
