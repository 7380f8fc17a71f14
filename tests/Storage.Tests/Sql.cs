using Microsoft.Data.Sqlite;

namespace Draizer.Storage.Tests;

/// <summary>Looks at a file as a user with a SQLite tool would.</summary>
internal static class Sql
{
    static Sql() => SQLitePCL.Batteries_V2.Init();

    public static SqliteConnection Open(string path)
    {
        var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        return connection;
    }

    public static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>The rows of a query, each with its values as text and a bar between them.</summary>
    public static List<string> Texts(string path, string sql)
    {
        using var connection = Open(path);
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
        {
            var values = new object[reader.FieldCount];
            reader.GetValues(values);
            rows.Add(string.Join('|', values.Select(v => v is DBNull ? "NULL" : v)));
        }

        return rows;
    }
}
