using System.Text.Json;

namespace Draizer.Api.Tests.Live;

/// <summary>What subscribers see.</summary>
[Collection(SharedServerGroup.Name)]
public sealed class HubTests(SharedServer shared)
{
    [Fact]
    public async Task The_snapshot_comes_first_and_numbered_events_follow_it_without_gaps()
    {
        var id = (await shared.StartSessionAsync()).Id();
        await using var client = await HubClient.ConnectAsync(shared.Server.Address);

        // Things happen while the snapshot is made.
        var busy = SwitchAsync(id, times: 10);
        var snapshot = await client.CallAsync("Subscribe", $$"""{"sessions":["{{id}}"]}""");
        await busy;
        await shared.Api.PostAsync($"/api/sessions/{id}/stop");
        await client.NextAsync(p => p.Name == "session_status" && p.Body.GetProperty("data").Text("status") == "STOPPED");

        var session = snapshot.GetProperty("sessions")[0];
        Assert.Equal(["session", "sequence", "positions", "orders", "signals", "strategy_states", "balance"], session.Names());
        var heard = client.Heard.ToArray();
        Assert.Equal("", heard[0].Name);
        var numbers = heard.Skip(1).Select(p => p.Sequence).OfType<long>().ToArray();
        Assert.NotEmpty(numbers);
        Assert.Equal(Enumerable.Range(1, numbers.Length).Select(n => session.GetProperty("sequence").GetInt64() + n), numbers);
    }

    [Fact]
    public async Task Two_clients_get_what_each_asked_for_and_neither_sees_gaps()
    {
        var (left, right) = ((await shared.StartSessionAsync()).Id(), (await shared.StartSessionAsync()).Id());
        await using var all = await HubClient.ConnectAsync(shared.Server.Address);
        await using var some = await HubClient.ConnectAsync(shared.Server.Address);
        await all.CallAsync("Subscribe", $$"""{"sessions":["{{left}}"]}""");
        var start = (await some.CallAsync("Subscribe", $$"""{"sessions":["{{right}}"],"channels":["sessions"]}"""))
            .GetProperty("sessions")[0].GetProperty("sequence").GetInt64();

        await SwitchAsync(left, times: 3);
        await SwitchAsync(right, times: 3);
        await shared.Api.PostAsync($"/api/sessions/{left}/stop");
        await shared.Api.PostAsync($"/api/sessions/{right}/stop");
        await all.NextAsync(p => p.Name == "session_status" && p.Body.GetProperty("data").Text("status") == "STOPPED");
        await some.NextAsync(p => p.Name == "session_status" && p.Body.GetProperty("data").Text("status") == "STOPPED");

        Assert.All(all.Heard.Skip(1), p => Assert.Equal(left, p.Session));
        var heard = some.Heard.Skip(1).ToArray();
        Assert.All(heard, p => Assert.Equal(("session_status", right), (p.Name, p.Session)));
        Assert.Equal(Enumerable.Range(1, heard.Length).Select(n => (long?)(start + n)), heard.Select(p => p.Sequence));
    }

    [Fact]
    public async Task Who_unsubscribes_hears_no_more_and_who_subscribes_again_gets_a_fresh_snapshot()
    {
        var id = (await shared.StartSessionAsync()).Id();
        await using var client = await HubClient.ConnectAsync(shared.Server.Address);
        await client.CallAsync("Subscribe", $$"""{"sessions":["{{id}}"],"channels":["sessions"]}""");
        await client.CallAsync("Unsubscribe", $$"""{"sessions":["{{id}}"],"channels":["sessions"]}""");
        await SwitchAsync(id, times: 2);
        await shared.Api.PostAsync($"/api/sessions/{id}/pause");

        var snapshot = await client.CallAsync("Subscribe", $$"""{"sessions":["{{id}}"],"channels":["sessions"]}""");

        var pushes = client.Heard.ToArray();
        var last = Array.FindLastIndex(pushes, p => p.Name == "");
        var unsubscribed = Array.FindIndex(pushes, 1, p => p.Name == "");
        Assert.All(pushes[(unsubscribed + 1)..last], p => Assert.Equal("", p.Name));
        Assert.Equal("PAUSED", snapshot.GetProperty("sessions")[0].GetProperty("session").Text("status"));
    }

    [Fact]
    public async Task Ticks_come_unnumbered_and_each_once()
    {
        await using var client = await HubClient.ConnectAsync(shared.Server.Address);
        var snapshot = await client.CallAsync("Subscribe", """{"symbols":["sim:BTC_USDT"],"channels":["ticks"]}""");
        Assert.Equal("BTC_USDT", snapshot.GetProperty("ticks")[0].Text("symbol"));

        for (var i = 0; i < 25; i++)
            await client.NextAsync(p => p.Name == "tick");

        var ticks = client.Heard.Where(p => p.Name == "tick").ToArray();
        Assert.All(ticks, t => Assert.Null(t.Sequence));
        Assert.Equal(ticks.Select(t => t.Body.Text("timestamp")).Distinct(), ticks.Select(t => t.Body.Text("timestamp")));
    }

    [Theory]
    [InlineData("""{"symbols":["sim:NOPE"]}""", "There is no instrument sim:NOPE")]
    [InlineData("""{"channels":["weather"]}""", "Must be one of orders")]
    [InlineData("""{"sesions":[]}""", "There is no such field")]
    [InlineData("""{"sessions":"x"}""", "Must be an array")]
    [InlineData("null", "Must be an object")]
    public async Task A_wish_that_makes_no_sense_is_refused_with_the_reason(string wish, string reason)
    {
        await using var client = await HubClient.ConnectAsync(shared.Server.Address);

        var refusal = await Assert.ThrowsAsync<HubRefusalException>(() => client.CallAsync("Subscribe", wish));

        Assert.Contains(reason, refusal.Message, StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Object, (await client.CallAsync("Subscribe", "{}")).ValueKind);
    }

    [Fact]
    public async Task A_session_that_does_not_exist_is_told_as_missing()
    {
        await using var client = await HubClient.ConnectAsync(shared.Server.Address);

        var snapshot = await client.CallAsync("Subscribe", """{"sessions":["nope"]}""");

        Assert.Equal(["nope"], snapshot.GetProperty("missing").EnumerateArray().Select(m => m.GetString()));
        Assert.Empty(snapshot.GetProperty("sessions").EnumerateArray());
    }

    private async Task SwitchAsync(string id, int times)
    {
        for (var i = 0; i < times; i++)
        {
            (await shared.Api.PostAsync($"/api/sessions/{id}/pause")).Must(200);
            (await shared.Api.PostAsync($"/api/sessions/{id}/resume")).Must(200);
        }
    }
}
