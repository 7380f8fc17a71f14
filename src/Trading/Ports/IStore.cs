using Draizer.Domain.Markets;
using Draizer.Domain.Orders;
using Draizer.Domain.Outputs;
using Draizer.Domain.Positions;
using Draizer.Domain.Sessions;
using Draizer.Domain.Signals;

namespace Draizer.Trading.Ports;

/// <summary>
/// The database behind the engine. Rows are facts, appended; each has the stamp of the change, and writing one twice adds nothing.
/// </summary>
public interface IStore : IAsyncDisposable
{
    /// <summary>Applies the migrations that are still missing; a changed one that was already applied is an error.</summary>
    Task<MigrationReport> MigrateAsync(CancellationToken cancellationToken);

    Task WriteAsync(StoreBatch batch, CancellationToken cancellationToken);

    Task SaveSessionAsync(SessionRecord record, CancellationToken cancellationToken);
    Task<SessionRecord?> FindSessionAsync(string sessionId, CancellationToken cancellationToken);
    Task<SessionRecord?> FindSessionByIdempotencyKeyAsync(string key, CancellationToken cancellationToken);

    /// <summary>Newest first.</summary>
    Task<Page<SessionRecord>> ReadSessionsAsync(SessionQuery query, CancellationToken cancellationToken);

    /// <summary>Adds a version of a strategy document; a null document marks it deleted.</summary>
    Task SaveStrategyAsync(StrategyRecord record, CancellationToken cancellationToken);

    /// <summary>The newest version of every strategy that is not deleted, by name.</summary>
    Task<IReadOnlyList<StrategyRecord>> ReadStrategiesAsync(CancellationToken cancellationToken);

    /// <summary>Orders as they stand now, newest first.</summary>
    Task<Page<Stored<OrderSnapshot>>> ReadOrdersAsync(OrderQuery query, CancellationToken cancellationToken);

    /// <summary>Signals as they stand now, newest first.</summary>
    Task<Page<Stored<SignalSnapshot>>> ReadSignalsAsync(SignalQuery query, CancellationToken cancellationToken);

    /// <summary>Round trips of a session that closed at or after a time, oldest first.</summary>
    Task<IReadOnlyList<RoundTrip>> ReadRoundTripsAsync(string sessionId, long fromUs, CancellationToken cancellationToken);

    /// <summary>Equity samples of a session at or after a time, oldest first.</summary>
    Task<IReadOnlyList<EquityPoint>> ReadEquityAsync(string sessionId, long fromUs, CancellationToken cancellationToken);

    /// <summary>Trades and quotes in order, streamed.</summary>
    IAsyncEnumerable<TickRow> ReadTicksAsync(long fromUs, long toUs, CancellationToken cancellationToken);

    /// <summary>The time of the newest stored tick, or null when there is none.</summary>
    Task<long?> ReadLastTickTimeAsync(CancellationToken cancellationToken);

    /// <summary>Candles made of trades, oldest first; intervals without a trade are left out.</summary>
    Task<IReadOnlyList<Candle>> ReadCandlesAsync(CandleQuery query, CancellationToken cancellationToken);
}

/// <summary>What a writer hands over at once.</summary>
public sealed record StoreBatch(IReadOnlyList<Output> Outputs, IReadOnlyList<TickRow> Ticks);

/// <summary>A value with the session and the change it belongs to.</summary>
public sealed record Stored<T>(string SessionId, Stamp Stamp, T Value);

/// <summary>Part of a list, and where to go on; null when this was the end.</summary>
public sealed record Page<T>(IReadOnlyList<T> Items, string? NextCursor);

/// <summary>Which migrations were applied now, and how many there are in all.</summary>
public sealed record MigrationReport(IReadOnlyList<string> Applied, int Total);

/// <summary>Equity at one time.</summary>
public readonly record struct EquityPoint(long TimeUs, decimal Equity);

/// <summary>Filters of sessions; null means any.</summary>
public sealed record SessionQuery(SessionStatus? Status = null, string? Strategy = null, int Limit = 50, string? Cursor = null);

/// <summary>Filters of orders; null means any.</summary>
public sealed record OrderQuery(
    string? SessionId = null, string? Symbol = null, string? Venue = null, OrderStatus? Status = null, int Limit = 50, string? Cursor = null);

/// <summary>Filters of signals; null means any.</summary>
public sealed record SignalQuery(
    string? SessionId = null, string? Symbol = null, string? Strategy = null, Section? Section = null, int Limit = 100, string? Cursor = null);

/// <summary>Which candles: those that start in <c>[FromUs, ToUs)</c>, the newest <paramref name="Limit"/> of them.</summary>
public sealed record CandleQuery(Instrument Instrument, int IntervalSeconds, long FromUs, long ToUs, int Limit);

/// <summary>A cursor that this store did not give out.</summary>
public sealed class InvalidCursorException(string cursor) : Exception($"'{cursor}' is not a cursor of this list.");
