using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Draizer.Storage.Embedded;

/// <summary>
/// The file: one connection that writes, for one caller at a time, and others that read beside it. The library is synchronous, so
/// all work is moved to the thread pool.
/// </summary>
internal sealed class Database : IAsyncDisposable
{
    private readonly string _path;
    private readonly EmbeddedStoreOptions _options;
    private readonly SqliteConnection _writer;
    private readonly SemaphoreSlim _writing = new(1, 1);
    private readonly ConcurrentBag<SqliteConnection> _idleReaders = [];
    private volatile bool _isDisposed;

    static Database() => Batteries_V2.Init();

    private Database(string path, EmbeddedStoreOptions options)
    {
        _path = path;
        _options = options;
        _writer = Connect();
    }

    public static Database Open(string path, EmbeddedStoreOptions options)
    {
        var fullPath = Path.GetFullPath(path);
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(fullPath)!);
            return new Database(fullPath, options);
        }
        catch (SqliteException error)
        {
            throw StoreException.From(error, fullPath);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new StoreException($"The folder of the database {fullPath} cannot be made: {error.Message}", error);
        }
    }

    public async Task<T> WriteAsync<T>(Func<SqliteConnection, T> work, CancellationToken cancellationToken)
    {
        await _writing.WaitAsync(cancellationToken);
        try
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            return await Task.Run(() => Write(work), cancellationToken);
        }
        finally
        {
            _writing.Release();
        }
    }

    public Task<T> ReadAsync<T>(Func<SqliteConnection, T> work, CancellationToken cancellationToken) =>
        Task.Run(() => Read(work, cancellationToken), cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _writing.WaitAsync();
        try
        {
            _isDisposed = true;
            CloseIdleReaders();
            _writer.Dispose();
        }
        finally
        {
            _writing.Release();
        }
    }

    private T Read<T>(Func<SqliteConnection, T> work, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        try
        {
            if (!_idleReaders.TryTake(out var connection))
                connection = Connect("PRAGMA query_only = ON;");
            try
            {
                // A long query ends when it is interrupted, and in no other way.
                using var registration = cancellationToken.Register(() => raw.sqlite3_interrupt(connection.Handle));
                return work(connection);
            }
            finally
            {
                PutBack(connection);
            }
        }
        catch (SqliteException error)
        {
            if (error.SqliteErrorCode == raw.SQLITE_INTERRUPT)
                cancellationToken.ThrowIfCancellationRequested();
            throw StoreException.From(error, _path);
        }
    }

    private T Write<T>(Func<SqliteConnection, T> work)
    {
        try
        {
            return work(_writer);
        }
        catch (SqliteException error)
        {
            throw StoreException.From(error, _path);
        }
    }

    private void PutBack(SqliteConnection reader)
    {
        if (_idleReaders.Count >= _options.IdleReaders)
            reader.Dispose();
        else
            _idleReaders.Add(reader);

        // The store may have been disposed of while this one was reading.
        if (_isDisposed)
            CloseIdleReaders();
    }

    private void CloseIdleReaders()
    {
        while (_idleReaders.TryTake(out var reader))
            reader.Dispose();
    }

    private SqliteConnection Connect(string pragmas = "")
    {
        // Unpooled: a pooled connection would keep the file open after the store has been disposed of.
        var settings = new SqliteConnectionStringBuilder
        {
            DataSource = _path,
            Pooling = false,
            DefaultTimeout = (int)Math.Ceiling(_options.BusyTimeout.TotalSeconds),
        };
        var connection = new SqliteConnection(settings.ToString());
        try
        {
            connection.Open();
            // NORMAL with a write-ahead log: a power failure may take the last moments, but never the file's consistency.
            Execute(connection, $"""
                PRAGMA busy_timeout = {(int)_options.BusyTimeout.TotalMilliseconds};
                PRAGMA journal_mode = WAL;
                PRAGMA synchronous = NORMAL;
                PRAGMA temp_store = MEMORY;
                PRAGMA cache_size = -16384;
                {pragmas}
                """);
            // Settings are accepted by a file that is no database; reading is not.
            Execute(connection, "SELECT count(*) FROM sqlite_master");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
