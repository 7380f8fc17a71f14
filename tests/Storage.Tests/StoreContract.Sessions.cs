using Draizer.Domain.Sessions;
using Draizer.Trading.Ports;

namespace Draizer.Storage.Tests;

public abstract partial class StoreContract
{
    [Fact]
    public async Task Find_session_gives_what_was_saved_to_the_last_digit()
    {
        var saved = Samples.Session("a");
        await Store.SaveSessionAsync(saved, default);

        var found = await Store.FindSessionAsync("a", default);

        Assert.NotNull(found);
        Assert.Equal(saved.Instruments, found.Instruments);
        Assert.Equal(saved.Strategies, found.Strategies);
        Assert.Equal(saved, found with { Instruments = saved.Instruments, Strategies = saved.Strategies });
    }

    [Fact]
    public async Task Find_session_gives_the_last_save_even_within_a_microsecond()
    {
        var session = Samples.Session("a");
        await Store.SaveSessionAsync(session, default);
        await Store.SaveSessionAsync(session with { Status = SessionStatus.Stopping }, default);
        await Store.SaveSessionAsync(session with { Status = SessionStatus.Stopped, StoppedUs = Samples.Noon }, default);

        var found = await Store.FindSessionAsync("a", default);

        Assert.Equal(SessionStatus.Stopped, found!.Status);
        Assert.Equal(Samples.Noon, found.StoppedUs);
    }

    [Fact]
    public async Task Find_session_that_was_never_saved_gives_none()
    {
        Assert.Null(await Store.FindSessionAsync("a", default));
        Assert.Null(await Store.FindSessionByIdempotencyKeyAsync("key a", default));
    }

    [Fact]
    public async Task Find_session_by_its_idempotency_key_gives_the_last_save()
    {
        await Store.SaveSessionAsync(Samples.Session("a"), default);
        await Store.SaveSessionAsync(Samples.Session("b") with { IdempotencyKey = null }, default);
        await Store.SaveSessionAsync(Samples.Session("a") with { Status = SessionStatus.Paused }, default);

        Assert.Equal(SessionStatus.Paused, (await Store.FindSessionByIdempotencyKeyAsync("key a", default))!.Status);
        Assert.Null(await Store.FindSessionByIdempotencyKeyAsync("key b", default));
    }

    [Fact]
    public async Task Read_sessions_gives_each_once_newest_first()
    {
        foreach (var (id, after) in new[] { ("b", 2), ("a", 1), ("d", 4), ("c", 3) })
        {
            await Store.SaveSessionAsync(Samples.Session(id, after), default);
            await Store.SaveSessionAsync(Samples.Session(id, after) with { UpdatedUs = Samples.Noon * 2, Signals = 9 }, default);
        }

        var all = await ReadPages(3, cursor => Store.ReadSessionsAsync(new SessionQuery(Limit: 3, Cursor: cursor), default));

        Assert.Equal(["d", "c", "b", "a"], all.Select(s => s.SessionId));
        Assert.All(all, s => Assert.Equal(9, s.Signals));
    }

    [Fact]
    public async Task Read_sessions_filters_by_status_and_strategy_as_they_are_now()
    {
        var other = new Dictionary<string, string> { ["other"] = "{}" };
        await Store.SaveSessionAsync(Samples.Session("a", 1), default);
        await Store.SaveSessionAsync(Samples.Session("a", 1) with { Status = SessionStatus.Stopped }, default);
        await Store.SaveSessionAsync(Samples.Session("b", 2), default);
        await Store.SaveSessionAsync(Samples.Session("c", 3) with { Strategies = other }, default);

        Assert.Equal(["c", "b"], await Ids(new SessionQuery(SessionStatus.Running)));
        Assert.Equal(["a"], await Ids(new SessionQuery(SessionStatus.Stopped)));
        Assert.Equal(["b", "a"], await Ids(new SessionQuery(Strategy: "dump, \"fast\"")));
        Assert.Equal(["c"], await Ids(new SessionQuery(Strategy: "other")));
        Assert.Empty(await Ids(new SessionQuery(Strategy: "dump")));

        async Task<IEnumerable<string>> Ids(SessionQuery query) =>
            (await Store.ReadSessionsAsync(query, default)).Items.Select(s => s.SessionId);
    }

    [Fact]
    public async Task Read_strategies_gives_the_newest_versions_by_name()
    {
        var first = new StrategyRecord("pump", 1, """{"v": 1}""", Samples.Noon);
        var second = new StrategyRecord("pump", 2, """{"v": 2}""", Samples.Noon + 5);
        var dump = new StrategyRecord("dump", 1, "{}", Samples.Noon + 1);
        foreach (var record in new[] { first, second, dump, first })
            await Store.SaveStrategyAsync(record, default);

        Assert.Equal([dump, second], await Store.ReadStrategiesAsync(default));
    }

    [Fact]
    public async Task Read_strategies_leaves_out_the_deleted_until_they_come_back()
    {
        var back = new StrategyRecord("pump", 1, """{"back": true}""", Samples.Noon + 9);
        await Store.SaveStrategyAsync(new StrategyRecord("pump", 1, "{}", Samples.Noon), default);
        await Store.SaveStrategyAsync(new StrategyRecord("pump", 2, DocumentJson: null, Samples.Noon + 1), default);
        Assert.Empty(await Store.ReadStrategiesAsync(default));

        await Store.SaveStrategyAsync(back, default);
        Assert.Equal([back], await Store.ReadStrategiesAsync(default));
    }
}
