using System.Text.Json;

namespace Draizer.Api.Tests;

/// <summary>Sessions as the outside sees them.</summary>
[Collection(SharedServerGroup.Name)]
public sealed class SessionTests(SharedServer shared)
{
    private static readonly string[] Fields =
    [
        "session_id", "name", "session_type", "mode", "status", "status_reason", "venues", "symbols", "instruments", "strategies",
        "initial_balance", "balance", "available", "margin", "equity", "realized_pnl", "unrealized_pnl", "total_pnl", "total_pnl_pct", "fees",
        "funding", "open_positions", "signals", "orders", "total_trades", "winning_trades", "losing_trades", "win_rate", "max_drawdown_pct",
        "max_concurrent_signals", "warm_up_s", "realism", "risk_limits", "created_at", "stopped_at",
    ];

    private ApiClient Api => shared.Api;

    [Fact]
    public async Task A_session_with_a_document_starts_and_can_be_asked_about()
    {
        var document = (await Api.GetAsync("/api/strategies/pump_dump_detection")).Must(200).GetProperty("document").GetRawText();
        var body = $$$"""{"session_type":"paper","symbols":["BTC_USDT"],"strategy_config":{"pump_dump_detection":{{{document}}}}}""";

        var started = (await Api.PostAsync("/api/sessions/start", body)).Must(201);

        Assert.Equal(Fields, started.Names());
        Assert.Equal("RUNNING", started.Text("status"));
        Assert.Equal("PAPER", started.Text("mode"));
        Assert.Equal(10_000m, started.Number("initial_balance"));
        Assert.Equal(JsonValueKind.Null, started.GetProperty("win_rate").ValueKind);
        Assert.Equal(JsonValueKind.Null, started.GetProperty("stopped_at").ValueKind);
        Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$", started.Text("created_at"));
        Assert.Equal(
            ["profile", "order_latency_ms", "report_latency_ms", "slippage_min", "slippage_max", "slippage_factor", "fill_threshold_share", "flat_fee"],
            started.GetProperty("realism").Names());
        Assert.Equal(
            ["max_position_size_usd", "max_open_positions", "max_leverage", "max_quote_age_ms", "max_spread_pct", "max_engine_lag_ms"],
            started.GetProperty("risk_limits").Names());

        var id = started.Id();
        Assert.Equal([.. Fields, "strategy_config"], (await Api.GetAsync($"/api/sessions/{id}")).Must(200).Names());
        foreach (var path in new[] { "orders/history", "signals/history", "positions/open", "strategies/states", "performance" })
            (await Api.GetAsync($"/api/{path}?session_id={id}")).Must(200);
    }

    [Fact]
    public async Task Starts_with_one_key_that_come_together_start_one_session()
    {
        var starts = Enumerable.Range(0, 8).Select(_ => Api.PostAsync("/api/sessions/start", ApiClient.StartText(""","idempotency_key":"eight at once" """)));
        var answers = await Task.WhenAll(starts);

        Assert.Single(answers, a => a.Status == 201);
        Assert.Equal(7, answers.Count(a => a.Status == 200));
        Assert.Single(answers.Select(a => a.Json.Id()).Distinct());
    }

    [Fact]
    public async Task What_is_null_is_as_good_as_absent()
    {
        var session = await shared.StartSessionAsync(""","name":null,"venue":null,"initial_balance":null,"realism":null,"risk_limits":null,"idempotency_key":null""");

        Assert.Equal("sim", session.GetProperty("venues")[0].GetString());
        Assert.Equal("pump_dump_detection", session.Text("name"));
    }

    [Fact]
    public async Task Pausing_resuming_and_stopping_are_idempotent_until_the_end_is_final()
    {
        var id = (await shared.StartSessionAsync()).Id();
        foreach (var (call, status) in new[] { ("pause", "PAUSED"), ("pause", "PAUSED"), ("resume", "RUNNING"), ("resume", "RUNNING") })
            Assert.Equal(status, (await Api.PostAsync($"/api/sessions/{id}/{call}")).Must(200).Text("status"));

        Assert.Matches("^STOPP(ING|ED)$", (await Api.PostAsync($"/api/sessions/{id}/stop", """{"close_positions":true}""")).Must(200).Text("status"));
        var stopped = await Api.UntilAsync($"/api/sessions/{id}", a => a.Json.Text("status") == "STOPPED");
        var again = (await Api.PostAsync($"/api/sessions/{id}/stop")).Must(200);

        Assert.Equal(stopped.Json.Text("stopped_at"), again.Text("stopped_at"));
        (await Api.PostAsync($"/api/sessions/{id}/pause")).MustRefuse(409, "session_not_running");
        (await Api.PostAsync($"/api/sessions/{id}/resume")).MustRefuse(409, "session_not_running");
    }

    [Fact]
    public async Task The_list_goes_on_where_its_cursor_says_and_ends()
    {
        for (var i = 0; i < 3; i++)
            await shared.StartSessionAsync();

        var seen = new List<string>();
        string? cursor = null;
        do
        {
            var page = await Api.GetAsync($"/api/sessions?limit=2{(cursor is null ? "" : $"&cursor={cursor}")}");
            page.Must(200);
            Assert.InRange(page.Items.Count, 0, 2);
            seen.AddRange(page.Items.Select(s => s.Id()));
            cursor = page.Json.GetProperty("next_cursor").GetString();
        }
        while (cursor is not null && seen.Count < 200);

        Assert.Null(cursor);
        Assert.True(seen.Count >= 3);
        Assert.Equal(seen.Distinct(), seen);
    }

    [Fact]
    public async Task Every_field_that_the_document_describes_can_be_sent()
    {
        var document = (await Api.GetAsync("/openapi/v1.json")).Must(200);
        var schema = document.GetProperty("paths").GetProperty("/api/sessions/start").GetProperty("post").GetProperty("requestBody")
            .GetProperty("content").GetProperty("application/json").GetProperty("schema");
        var names = schema.GetProperty("properties").Names();

        var answer = await Api.PostAsync("/api/sessions/start", $$"""{ {{string.Join(",", names.Select(n => $"\"{n}\": []"))}} }""");

        Assert.True(names.Count >= 12);
        Assert.DoesNotContain("unknown_field", answer.MustRefuse(400, "invalid_request").Faults.Select(f => f.Code));
        Assert.Contains(
            "cursor",
            document.GetProperty("paths").GetProperty("/api/orders/history").GetProperty("get").GetProperty("parameters").EnumerateArray().Select(p => p.Text("name")));
    }
}
