using Draizer.Trading.Ports;
using Microsoft.Data.Sqlite;

namespace Draizer.Storage.Embedded;

/// <summary>
/// A page of a view, newest first. Only the conditions that were asked for are in the statement, so that the planner finds the index
/// that fits them.
/// </summary>
/// <param name="list">The name of the list, by which its cursors are told from those of others.</param>
internal sealed class PageQuery(string list, string view, string columns, string timeColumn, string idColumn)
{
    private readonly List<string> _conditions = [];
    private readonly List<SqliteParameter> _parameters = [];

    public PageQuery Where(string column, string? value) => value is null ? this : WhereSql($"{column} = $value", value);

    /// <param name="sql">A condition on <c>$value</c>.</param>
    public PageQuery WhereSql(string sql, string value)
    {
        var name = $"$p{_parameters.Count}";
        _conditions.Add(sql.Replace("$value", name, StringComparison.Ordinal));
        _parameters.Add(new SqliteParameter(name, value));
        return this;
    }

    public Page<T> Read<T>(
        SqliteConnection connection, InstrumentCodes instruments, int limit, string? after, Func<RowReader, T> read,
        Func<T, (long TimeUs, string Id)> key)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);

        using var command = connection.CreateCommand();
        if (after is not null)
        {
            var cursor = Cursor.Parse(after, list);
            _conditions.Add($"({timeColumn}, {idColumn}) < ($time, $id)");
            command.Parameters.AddWithValue("$time", cursor.TimeUs);
            command.Parameters.AddWithValue("$id", cursor.Id);
        }

        var where = _conditions.Count == 0 ? "" : "WHERE " + string.Join(" AND ", _conditions);
        command.CommandText = $"SELECT {columns} FROM {view} {where} ORDER BY {timeColumn} DESC, {idColumn} DESC LIMIT $limit";
        command.Parameters.AddRange(_parameters);
        // One more than asked for tells whether there is a next page.
        command.Parameters.AddWithValue("$limit", (long)limit + 1);

        var items = new List<T>();
        using var reader = command.ExecuteReader();
        var row = new RowReader(reader, instruments);
        while (row.Read())
        {
            if (items.Count == limit)
            {
                var (timeUs, id) = key(items[^1]);
                return new Page<T>(items, new Cursor(list, timeUs, id).ToString());
            }

            items.Add(read(row));
        }

        return new Page<T>(items, NextCursor: null);
    }
}
