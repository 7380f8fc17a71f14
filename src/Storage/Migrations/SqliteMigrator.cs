using Draizer.Trading.Ports;
using Microsoft.Data.Sqlite;

namespace Draizer.Storage.Migrations;

/// <summary>Applies migrations to a SQLite file: in order, once, each whole or not at all.</summary>
internal static class SqliteMigrator
{
    private const string CreateRegister = """
        CREATE TABLE IF NOT EXISTS schema_migrations (name TEXT PRIMARY KEY, checksum TEXT NOT NULL, applied_ts INTEGER NOT NULL)
        """;

    public static MigrationReport Apply(SqliteConnection connection, IReadOnlyList<Migration> migrations, long nowUs)
    {
        Execute(connection, CreateRegister);
        Verify(ReadApplied(connection), migrations);

        var applied = new List<string>();
        foreach (var migration in migrations)
        {
            using var transaction = connection.BeginTransaction();
            // Asked again inside the transaction, because another process may be doing the same.
            if (ReadApplied(connection).ContainsKey(migration.Name))
                continue;

            Execute(connection, migration.Sql);
            Register(connection, migration, nowUs);
            transaction.Commit();
            applied.Add(migration.Name);
        }

        return new MigrationReport(applied, migrations.Count);
    }

    private static void Verify(Dictionary<string, string> applied, IReadOnlyList<Migration> migrations)
    {
        var known = migrations.ToDictionary(m => m.Name, m => m.Checksum);
        foreach (var (name, checksum) in applied)
        {
            if (!known.TryGetValue(name, out var expected))
                throw new MigrationException($"The database is from a newer version: it has had migration {name}, which this version does not know.");
            if (checksum != expected)
                throw new MigrationException($"Migration {name} was changed after it had been applied to this database.");
        }
    }

    private static Dictionary<string, string> ReadApplied(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT name, checksum FROM schema_migrations ORDER BY name";
        using var reader = command.ExecuteReader();
        var applied = new Dictionary<string, string>();
        while (reader.Read())
            applied.Add(reader.GetString(0), reader.GetString(1));
        return applied;
    }

    private static void Register(SqliteConnection connection, Migration migration, long nowUs)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "INSERT INTO schema_migrations (name, checksum, applied_ts) VALUES ($name, $checksum, $now)";
        command.Parameters.AddWithValue("$name", migration.Name);
        command.Parameters.AddWithValue("$checksum", migration.Checksum);
        command.Parameters.AddWithValue("$now", nowUs);
        command.ExecuteNonQuery();
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
