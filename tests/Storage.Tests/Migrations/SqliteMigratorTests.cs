using Draizer.Storage.Embedded;
using Draizer.Storage.Migrations;
using Draizer.Trading.Ports;

namespace Draizer.Storage.Tests.Migrations;

public sealed class SqliteMigratorTests : IDisposable
{
    private static readonly Migration First = new("001_first.sql", "CREATE TABLE instruments (instrument_id INTEGER PRIMARY KEY, venue TEXT, symbol TEXT);");
    private static readonly Migration Second = new("002_second.sql", "CREATE TABLE a (x INTEGER); CREATE TABLE b (y TEXT);");

    private readonly TempFolder _folder = new();

    private string File => _folder.File("deep/er/draizer.db");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Migrate_an_empty_database_applies_all_in_order_and_records_them()
    {
        var report = await Migrate(First, Second);

        Assert.Equal([First.Name, Second.Name], report.Applied);
        Assert.Equal(2, report.Total);
        Assert.Equal(
            [$"{First.Name} {First.Checksum}", $"{Second.Name} {Second.Checksum}"],
            Sql.Texts(File, "SELECT name || ' ' || checksum FROM schema_migrations ORDER BY name"));
        Assert.Equal(["a", "b"], Sql.Texts(File, "SELECT name FROM sqlite_master WHERE type = 'table' AND name IN ('a', 'b') ORDER BY name"));
    }

    [Fact]
    public async Task Migrate_applies_only_what_is_missing()
    {
        await Migrate(First);
        Assert.Equal([Second.Name], (await Migrate(First, Second)).Applied);
        Assert.Empty((await Migrate(First, Second)).Applied);
    }

    [Fact]
    public async Task Migrate_with_a_changed_file_says_which_and_applies_nothing()
    {
        await Migrate(First);

        var error = await Assert.ThrowsAsync<MigrationException>(() => Migrate(First with { Sql = First.Sql + " -- tidied" }, Second));

        Assert.Contains(First.Name, error.Message, StringComparison.Ordinal);
        Assert.Empty(Sql.Texts(File, "SELECT name FROM sqlite_master WHERE name = 'a'"));
    }

    [Fact]
    public async Task Migrate_a_database_of_a_newer_version_is_refused()
    {
        await Migrate(First, Second);

        var error = await Assert.ThrowsAsync<MigrationException>(() => Migrate(First));

        Assert.Contains("newer version", error.Message, StringComparison.Ordinal);
        Assert.Contains(Second.Name, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Migrate_that_fails_half_way_leaves_nothing_of_that_file()
    {
        var broken = Second with { Sql = "CREATE TABLE a (x INTEGER); CREATE NONSENSE;" };

        await Assert.ThrowsAsync<StoreException>(() => Migrate(First, broken));

        Assert.Equal([First.Name], Sql.Texts(File, "SELECT name FROM schema_migrations"));
        Assert.Empty(Sql.Texts(File, "SELECT name FROM sqlite_master WHERE name = 'a'"));
    }

    [Fact]
    public void Built_in_migrations_are_numbered_without_a_gap()
    {
        var names = Migration.BuiltIn("sql/sqlite").Select(m => m.Name).ToList();

        Assert.NotEmpty(names);
        Assert.Equal(Enumerable.Range(1, names.Count).Select(i => $"{i:000}"), names.Select(n => n[..3]));
    }

    [Fact]
    public async Task Store_used_before_its_migrations_says_so()
    {
        await using var store = EmbeddedStore.Open(File, Samples.Catalogue);

        await Assert.ThrowsAsync<InvalidOperationException>(() => store.WriteAsync(Samples.Batch(Samples.Order(1)), default));
    }

    private async Task<MigrationReport> Migrate(params Migration[] migrations)
    {
        await using var store = EmbeddedStore.Open(File, new Domain.Markets.InstrumentCatalogue([]), migrations);
        return await store.MigrateAsync(default);
    }
}
