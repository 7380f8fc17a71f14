using System.Threading.Channels;
using Draizer.Domain.Orders;
using Draizer.Domain.Outputs;
using Draizer.Domain.Positions;
using Draizer.Domain.Signals;
using Draizer.Trading.Ports;

namespace Draizer.Storage.Tests.Writing;

/// <summary>A store that fails or waits when told to, and remembers what it was given.</summary>
/// <param name="inner">Where batches go as well, before a failure is told.</param>
internal sealed class ScriptedStore(IStore? inner = null) : IStore
{
    private readonly Channel<StoreBatch> _stored = Channel.CreateUnbounded<StoreBatch>();
    private readonly Channel<bool> _attempts = Channel.CreateUnbounded<bool>();

    public List<Output> Outputs { get; } = [];
    public List<TickRow> Ticks { get; } = [];

    /// <summary>How many of the next writes fail.</summary>
    public int Failures { get; set; }

    /// <summary>Writes wait for this.</summary>
    public Task Gate { get; set; } = Task.CompletedTask;

    public async Task WriteAsync(StoreBatch batch, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        _attempts.Writer.TryWrite(true);
        await Gate;
        if (inner is not null)
            await inner.WriteAsync(batch, cancellationToken);
        if (Failures > 0)
        {
            Failures--;
            throw new IOException("The store is down.");
        }

        Outputs.AddRange(batch.Outputs);
        Ticks.AddRange(batch.Ticks);
        _stored.Writer.TryWrite(new StoreBatch([.. batch.Outputs], [.. batch.Ticks]));
    }

    public async Task<StoreBatch> NextStored() => await _stored.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(30));

    public async Task NextAttempt() => await _attempts.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(30));

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    public Task<MigrationReport> MigrateAsync(CancellationToken cancellationToken) => throw new NotSupportedException();
    public Task SaveSessionAsync(SessionRecord record, CancellationToken cancellationToken) => throw new NotSupportedException();
    public Task<SessionRecord?> FindSessionAsync(string sessionId, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<SessionRecord?> FindSessionByIdempotencyKeyAsync(string key, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<Page<SessionRecord>> ReadSessionsAsync(SessionQuery query, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task SaveStrategyAsync(StrategyRecord record, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyList<StrategyRecord>> ReadStrategiesAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<Page<Stored<OrderSnapshot>>> ReadOrdersAsync(OrderQuery query, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<Page<Stored<SignalSnapshot>>> ReadSignalsAsync(SignalQuery query, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<IReadOnlyList<RoundTrip>> ReadRoundTripsAsync(string sessionId, long fromUs, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<IReadOnlyList<EquityPoint>> ReadEquityAsync(string sessionId, long fromUs, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public IAsyncEnumerable<TickRow> ReadTicksAsync(long fromUs, long toUs, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<long?> ReadLastTickTimeAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyList<Candle>> ReadCandlesAsync(CandleQuery query, CancellationToken cancellationToken) =>
        throw new NotSupportedException();
}
