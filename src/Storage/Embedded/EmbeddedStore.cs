using System.Runtime.CompilerServices;
using Draizer.Domain.Markets;
using Draizer.Domain.Orders;
using Draizer.Domain.Positions;
using Draizer.Domain.Signals;
using Draizer.Storage.Embedded.Tables;
using Draizer.Storage.Migrations;
using Draizer.Trading.Ports;

namespace Draizer.Storage.Embedded;

/// <summary>The store in a single SQLite file: nothing to install, and any SQLite tool can look into it while the engine runs.</summary>
/// <remarks>Safe for many threads. Writes queue up behind one another; reads go on beside them and see whole batches only.</remarks>
public sealed class EmbeddedStore : IStore
{
    private readonly Database _database;
    private readonly EmbeddedStoreOptions _options;
    private readonly InstrumentCodes _instruments;
    private readonly IReadOnlyList<Migration> _migrations;
    private readonly TimeProvider _time;
    private BatchInsert? _inserts;
    private volatile bool _isMigrated;
    private int _isDisposed;

    private EmbeddedStore(
        Database database, EmbeddedStoreOptions options, InstrumentCodes instruments, IReadOnlyList<Migration> migrations, TimeProvider time)
    {
        _database = database;
        _options = options;
        _instruments = instruments;
        _migrations = migrations;
        _time = time;
    }

    /// <summary>Opens the file, which is made with its folder where there is none. Nothing else works before the migrations have run.</summary>
    /// <exception cref="StoreException">The file cannot be opened, or is no database.</exception>
    public static EmbeddedStore Open(
        string path, InstrumentCatalogue catalogue, EmbeddedStoreOptions? options = null, TimeProvider? time = null) =>
        Open(path, catalogue, Migration.BuiltIn("sql/sqlite"), options, time);

    internal static EmbeddedStore Open(
        string path, InstrumentCatalogue catalogue, IReadOnlyList<Migration> migrations, EmbeddedStoreOptions? options = null,
        TimeProvider? time = null)
    {
        options ??= new EmbeddedStoreOptions();
        return new EmbeddedStore(
            Database.Open(path, options), options, new InstrumentCodes(catalogue), migrations, time ?? TimeProvider.System);
    }

    public Task<MigrationReport> MigrateAsync(CancellationToken cancellationToken) => _database.WriteAsync(
        connection =>
        {
            var nowUs = (_time.GetUtcNow() - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;
            var report = SqliteMigrator.Apply(connection, _migrations, nowUs);
            _instruments.Register(connection);
            _isMigrated = true;
            return report;
        },
        cancellationToken);

    public Task WriteAsync(StoreBatch batch, CancellationToken cancellationToken)
    {
        EnsureMigrated();
        return _database.WriteAsync(
            connection =>
            {
                _inserts ??= new BatchInsert(connection, _instruments);
                _inserts.Write(batch, cancellationToken);
                return true;
            },
            cancellationToken);
    }

    public Task SaveSessionAsync(SessionRecord record, CancellationToken cancellationToken)
    {
        EnsureMigrated();
        return _database.WriteAsync(
            connection =>
            {
                SessionTable.Insert(connection, record);
                return true;
            },
            cancellationToken);
    }

    public Task<SessionRecord?> FindSessionAsync(string sessionId, CancellationToken cancellationToken)
    {
        EnsureMigrated();
        return _database.ReadAsync(connection => SessionTable.Find(connection, sessionId), cancellationToken);
    }

    public Task<SessionRecord?> FindSessionByIdempotencyKeyAsync(string key, CancellationToken cancellationToken)
    {
        EnsureMigrated();
        return _database.ReadAsync(connection => SessionTable.FindByIdempotencyKey(connection, key), cancellationToken);
    }

    public Task<Page<SessionRecord>> ReadSessionsAsync(SessionQuery query, CancellationToken cancellationToken)
    {
        EnsureMigrated();
        return _database.ReadAsync(connection => SessionTable.ReadPage(connection, _instruments, query), cancellationToken);
    }

    public Task SaveStrategyAsync(StrategyRecord record, CancellationToken cancellationToken)
    {
        EnsureMigrated();
        return _database.WriteAsync(
            connection =>
            {
                StrategyTable.Insert(connection, record);
                return true;
            },
            cancellationToken);
    }

    public Task<IReadOnlyList<StrategyRecord>> ReadStrategiesAsync(CancellationToken cancellationToken)
    {
        EnsureMigrated();
        return _database.ReadAsync(StrategyTable.ReadLatest, cancellationToken);
    }

    public Task<Page<Stored<OrderSnapshot>>> ReadOrdersAsync(OrderQuery query, CancellationToken cancellationToken)
    {
        EnsureMigrated();
        return _database.ReadAsync(connection => OrderTable.ReadPage(connection, _instruments, query), cancellationToken);
    }

    public Task<Page<Stored<SignalSnapshot>>> ReadSignalsAsync(SignalQuery query, CancellationToken cancellationToken)
    {
        EnsureMigrated();
        return _database.ReadAsync(connection => SignalTable.ReadPage(connection, _instruments, query), cancellationToken);
    }

    public Task<IReadOnlyList<RoundTrip>> ReadRoundTripsAsync(string sessionId, long fromUs, CancellationToken cancellationToken)
    {
        EnsureMigrated();
        return _database.ReadAsync(connection => OperationTable.Read(connection, _instruments, sessionId, fromUs), cancellationToken);
    }

    public Task<IReadOnlyList<EquityPoint>> ReadEquityAsync(string sessionId, long fromUs, CancellationToken cancellationToken)
    {
        EnsureMigrated();
        return _database.ReadAsync(connection => EquityTable.Read(connection, sessionId, fromUs), cancellationToken);
    }

    public async IAsyncEnumerable<TickRow> ReadTicksAsync(
        long fromUs, long toUs, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        EnsureMigrated();
        // In chunks, each a query of its own: a reader that stays open for hours would keep the log from ever shrinking.
        var after = (TimeUs: fromUs, Sequence: long.MinValue);
        var rows = new List<TickRow>(_options.TickChunk);
        var hasMore = true;
        while (hasMore)
        {
            rows.Clear();
            hasMore = await _database.ReadAsync(
                connection => TickTables.ReadChunk(connection, _instruments, ref after, toUs, _options.TickChunk, rows, cancellationToken),
                cancellationToken);
            foreach (var row in rows)
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return row;
            }
        }
    }

    public Task<long?> ReadLastTickTimeAsync(CancellationToken cancellationToken)
    {
        EnsureMigrated();
        return _database.ReadAsync(TickTables.ReadLastTime, cancellationToken);
    }

    public Task<IReadOnlyList<Candle>> ReadCandlesAsync(CandleQuery query, CancellationToken cancellationToken)
    {
        EnsureMigrated();
        return _database.ReadAsync(connection => CandleRows.Read(connection, _instruments, query), cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) != 0)
            return;

        // Statements first: a connection that still has some does not close its file.
        await _database.WriteAsync(
            _ =>
            {
                _inserts?.Dispose();
                return true;
            },
            CancellationToken.None);
        await _database.DisposeAsync();
    }

    private void EnsureMigrated()
    {
        if (!_isMigrated)
            throw new InvalidOperationException("The store is used before its migrations have run.");
    }
}
