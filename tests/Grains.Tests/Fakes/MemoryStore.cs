using Draizer.Domain.Orders;
using Draizer.Domain.Positions;
using Draizer.Domain.Signals;
using Draizer.Trading.Ports;

namespace Draizer.Grains.Tests.Fakes;

/// <summary>What sessions need of a store, in memory. It can be made to fail or to hang.</summary>
internal sealed class MemoryStore : IStore
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, SessionRecord> _sessions = [];
    private readonly List<SessionRecord> _saves = [];

    public volatile bool IsFailing;

    /// <summary>Saves wait for it before they land.</summary>
    public volatile Task Gate = Task.CompletedTask;

    public int Finds;
    public int SavesBegun;

    public List<Stored<OrderSnapshot>> Orders { get; } = [];
    public List<Stored<SignalSnapshot>> Signals { get; } = [];
    public List<(string SessionId, RoundTrip Trip)> Trips { get; } = [];
    public List<(string SessionId, EquityPoint Point)> Equity { get; } = [];

    public IReadOnlyList<SessionRecord> Saves
    {
        get
        {
            lock (_lock)
                return [.. _saves];
        }
    }

    public SessionRecord this[string sessionId]
    {
        get
        {
            lock (_lock)
                return _sessions[sessionId];
        }
    }

    public void Put(SessionRecord record)
    {
        lock (_lock)
            _sessions[record.SessionId] = record;
    }

    public async Task SaveSessionAsync(SessionRecord record, CancellationToken cancellationToken)
    {
        ThrowIfFailing();
        Interlocked.Increment(ref SavesBegun);
        await Gate;
        lock (_lock)
            _saves.Add(record);
        Put(record);
    }

    public Task<SessionRecord?> FindSessionAsync(string sessionId, CancellationToken cancellationToken)
    {
        ThrowIfFailing();
        Interlocked.Increment(ref Finds);
        lock (_lock)
            return Task.FromResult(_sessions.GetValueOrDefault(sessionId));
    }

    /// <summary>One session a page, so that whoever reads on is tested.</summary>
    public Task<Page<SessionRecord>> ReadSessionsAsync(SessionQuery query, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            var after = query.Cursor ?? "";
            var page = _sessions.Values.Where(r => query.Status is null || r.Status == query.Status)
                .OrderBy(r => r.SessionId, StringComparer.Ordinal)
                .Where(r => string.CompareOrdinal(r.SessionId, after) > 0).Take(1).ToList();
            return Task.FromResult(new Page<SessionRecord>(page, page.Count > 0 ? page[^1].SessionId : null));
        }
    }

    public Task<Page<Stored<OrderSnapshot>>> ReadOrdersAsync(OrderQuery query, CancellationToken cancellationToken) =>
        Task.FromResult(new Page<Stored<OrderSnapshot>>([.. Orders.Where(o => o.SessionId == query.SessionId)], NextCursor: null));

    public Task<Page<Stored<SignalSnapshot>>> ReadSignalsAsync(SignalQuery query, CancellationToken cancellationToken) =>
        Task.FromResult(new Page<Stored<SignalSnapshot>>([.. Signals.Where(s => s.SessionId == query.SessionId)], NextCursor: null));

    public Task<IReadOnlyList<RoundTrip>> ReadRoundTripsAsync(string sessionId, long fromUs, CancellationToken cancellationToken)
    {
        ThrowIfFailing();
        return Task.FromResult<IReadOnlyList<RoundTrip>>(
            [.. Trips.Where(t => t.SessionId == sessionId && t.Trip.ClosedUs >= fromUs).Select(t => t.Trip)]);
    }

    public Task<IReadOnlyList<EquityPoint>> ReadEquityAsync(string sessionId, long fromUs, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<EquityPoint>>(
            [.. Equity.Where(e => e.SessionId == sessionId && e.Point.TimeUs >= fromUs).Select(e => e.Point)]);

    public Task<MigrationReport> MigrateAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task WriteAsync(StoreBatch batch, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<SessionRecord?> FindSessionByIdempotencyKeyAsync(string key, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task SaveStrategyAsync(StrategyRecord record, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyList<StrategyRecord>> ReadStrategiesAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    public IAsyncEnumerable<TickRow> ReadTicksAsync(long fromUs, long toUs, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<long?> ReadLastTickTimeAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyList<Candle>> ReadCandlesAsync(CandleQuery query, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private void ThrowIfFailing()
    {
        if (IsFailing)
            throw new IOException("The disk is gone.");
    }
}
