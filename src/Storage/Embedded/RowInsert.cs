using Draizer.Domain.Identity;
using Draizer.Domain.Markets;
using Draizer.Domain.Outputs;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Draizer.Storage.Embedded;

/// <summary>
/// A prepared insert into one table. Values are added in the order of the columns, then the row is run. It binds through the native
/// interface, because parameters of the library box every value.
/// </summary>
internal sealed class RowInsert : IDisposable
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;
    private readonly int _columnCount;
    private int _at;

    /// <param name="columns">Names, separated by commas.</param>
    public RowInsert(SqliteConnection connection, string table, string columns)
    {
        _database = connection.Handle!;
        _columnCount = columns.Count(c => c == ',') + 1;
        var places = string.Join(", ", Enumerable.Range(1, _columnCount).Select(i => $"?{i}"));
        // Only a row that is there already is passed over; INSERT OR IGNORE would also swallow one that lacks a needed value.
        Check(raw.sqlite3_prepare_v2(
            _database, $"INSERT INTO {table} ({columns}) VALUES ({places}) ON CONFLICT DO NOTHING", out _statement));
    }

    public RowInsert Add(long value)
    {
        Check(raw.sqlite3_bind_int64(_statement, ++_at, value));
        return this;
    }

    /// <summary>NaN becomes NULL, which is how SQLite sees it.</summary>
    public RowInsert Add(double value)
    {
        Check(raw.sqlite3_bind_double(_statement, ++_at, value));
        return this;
    }

    public RowInsert Add(string? value)
    {
        Check(value is null ? raw.sqlite3_bind_null(_statement, ++_at) : raw.sqlite3_bind_text(_statement, ++_at, value));
        return this;
    }

    public RowInsert Add(decimal value) => Add(Real.From(value));
    public RowInsert Add(long? value) => value is { } number ? Add(number) : AddNull();
    public RowInsert Add(double? value) => value is { } number ? Add(number) : AddNull();
    public RowInsert Add(decimal? value) => value is { } number ? Add(number) : AddNull();
    public RowInsert Add(EntityId id) => Add(id.ToString());
    public RowInsert Add(EntityId? id) => Add(id?.ToString());
    public RowInsert Add(Instrument? instrument) => Add(instrument?.Venue).Add(instrument?.Symbol);

    public RowInsert AddNull() => Add((string?)null);

    /// <summary>The columns with which every row of a session begins.</summary>
    public RowInsert AddKey(Output output)
    {
        var (timeUs, sequence, ordinal) = output.Stamp;
        return Add(output.SessionId).Add(timeUs).Add(sequence).Add((long)ordinal);
    }

    public void Run()
    {
        if (_at != _columnCount)
            throw new InvalidOperationException($"{_at} values for {_columnCount} columns.");

        try
        {
            Check(raw.sqlite3_step(_statement));
        }
        finally
        {
            Clear();
        }
    }

    /// <summary>Forgets values of a row that was not run, after a failure in between.</summary>
    public void Clear()
    {
        _at = 0;
        // It repeats the failure of the step, which has been told already.
        raw.sqlite3_reset(_statement);
    }

    public void Dispose() => _statement.Dispose();

    private void Check(int resultCode)
    {
        if (resultCode is not (raw.SQLITE_OK or raw.SQLITE_DONE))
            SqliteException.ThrowExceptionForRC(resultCode, _database);
    }
}
