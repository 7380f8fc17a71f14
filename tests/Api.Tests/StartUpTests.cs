using System.Text.Json;
using Draizer.Api.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Draizer.Api.Tests;

/// <summary>Before a server is ready, and after it was there before.</summary>
public sealed class StartUpTests
{
    [Fact]
    public async Task A_start_before_the_engine_is_ready_is_put_off_and_works_once_it_is()
    {
        await using var server = await TestServer.StartAsync();
        var readiness = server.Services.GetRequiredService<Readiness>();

        // Held there, because how long it takes is a matter of the machine.
        readiness.Report("engine", isOk: false, "warming up");
        (await server.Api.PostAsync("/api/sessions/start", ApiClient.StartText())).MustRefuse(503, "not_ready");
        Assert.Equal("not_ready", (await server.Api.GetAsync("/health/ready")).Must(503).Text("status"));
        (await server.Api.GetAsync("/health/live")).Must(200);

        readiness.Report("engine", isOk: true, "live");
        (await server.Api.PostAsync("/api/sessions/start", ApiClient.StartText())).Must(201);
    }

    [Fact]
    public async Task A_session_that_traded_has_its_numbers_and_a_strategy_its_version_after_a_restart()
    {
        const string Start = """{"session_type":"paper","symbols":["ETH_USDT"],"strategies":["eager"],"idempotency_key":"once"}""";
        using var data = new TempDirectory();
        JsonElement before;
        string performance;
        string orders;
        await using (var server = await TestServer.StartAsync(data.Path))
        {
            (await server.Api.PostAsync("/api/strategies", TestStrategies.Eager)).Must(201);
            (await server.Api.PostAsync("/api/strategies", TestStrategies.Eager)).MustRefuse(409, "strategy_exists");
            (await server.Api.PostAsync("/api/strategies", TestStrategies.Eager.Replace("\"eager\"", "\"states\"", StringComparison.Ordinal)))
                .MustRefuse(400, "invalid_request");
            var id = (await server.Api.PostAsync("/api/sessions/start", Start)).Must(201).Id();
            await server.Api.UntilAsync($"/api/positions/open?session_id={id}", a => a.Items.Count == 1);
            await server.Api.PostAsync($"/api/sessions/{id}/stop");
            before = (await server.Api.UntilAsync($"/api/sessions/{id}", a => a.Json.Text("status") == "STOPPED")).Json;
            performance = (await server.Api.GetAsync($"/api/performance?session_id={id}")).Text;
            orders = (await server.Api.GetAsync($"/api/orders/history?session_id={id}")).Text;
        }

        Assert.Equal(1, before.Number("total_trades"));
        Assert.NotEqual(before.Number("initial_balance"), before.Number("balance"));

        await using var next = await TestServer.StartAsync(data.Path);
        Assert.Equal(before.GetRawText(), (await next.Api.GetAsync($"/api/sessions/{before.Id()}")).Must(200).GetRawText());
        Assert.Equal(performance, (await next.Api.GetAsync($"/api/performance?session_id={before.Id()}")).Text);
        Assert.Equal(orders, (await next.Api.GetAsync($"/api/orders/history?session_id={before.Id()}")).Text);
        Assert.Equal(before.Id(), (await next.Api.PostAsync("/api/sessions/start", Start)).Must(200).Id());
        Assert.Equal(1, (await next.Api.GetAsync("/api/strategies/eager")).Must(200).GetProperty("version").GetInt32());
    }
}
