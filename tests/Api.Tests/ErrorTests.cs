namespace Draizer.Api.Tests;

/// <summary>Whatever is wrong is answered in one shape, with a code that stays.</summary>
[Collection(SharedServerGroup.Name)]
public sealed class ErrorTests(SharedServer shared)
{
    private ApiClient Api => shared.Api;

    [Theory]
    [InlineData("GET", "/api/nothing", 404, "not_found")]
    [InlineData("GET", "/nothing", 404, "not_found")]
    [InlineData("DELETE", "/api/sessions", 405, "method_not_allowed")]
    [InlineData("GET", "/api/sessions/nope", 404, "unknown_session")]
    [InlineData("GET", "/api/sessions/%ff", 404, "unknown_session")]
    [InlineData("GET", "/api/sessions/a%2Fb%27%3B--", 404, "unknown_session")]
    [InlineData("POST", "/api/sessions/nope/stop", 404, "unknown_session")]
    [InlineData("POST", "/api/sessions/nope/pause", 404, "unknown_session")]
    [InlineData("POST", "/api/sessions/nope/resume", 404, "unknown_session")]
    [InlineData("GET", "/api/positions/open?session_id=nope", 404, "unknown_session")]
    [InlineData("GET", "/api/orders/history?session_id=nope", 404, "unknown_session")]
    [InlineData("GET", "/api/signals/history?session_id=nope", 404, "unknown_session")]
    [InlineData("GET", "/api/strategies/states?session_id=nope", 404, "unknown_session")]
    [InlineData("GET", "/api/performance?session_id=nope", 404, "unknown_session")]
    [InlineData("GET", "/api/candles?symbol=NOPE&venue=sim", 404, "unknown_symbol")]
    [InlineData("GET", "/api/candles?symbol=BTC_USDT", 409, "ambiguous_symbol")]
    [InlineData("GET", "/api/strategies/nope", 404, "unknown_strategy")]
    [InlineData("DELETE", "/api/strategies/nope", 404, "unknown_strategy")]
    [InlineData("DELETE", "/api/strategies/pump_dump_detection", 409, "shipped_strategy")]
    [InlineData("POST", "/api/positions/NOPE/close", 404, "no_position")]
    [InlineData("POST", "/api/positions/BTC_USDT/close?session_id=nope", 404, "unknown_session")]
    public async Task A_call_that_cannot_be_done_is_refused_with_its_code(string method, string path, int status, string code) =>
        (await Api.SendAsync(new HttpMethod(method), path, body: null)).MustRefuse(status, code);

    [Theory]
    [InlineData("/api/orders/history?cursor=zzz", "cursor", "invalid_cursor")]
    [InlineData("/api/signals/history?cursor=%00", "cursor", "invalid_cursor")]
    [InlineData("/api/sessions?cursor=%C3%A9", "cursor", "invalid_cursor")]
    [InlineData("/api/orders/history?limit=0", "limit", "out_of_range")]
    [InlineData("/api/orders/history?limit=1001", "limit", "out_of_range")]
    [InlineData("/api/orders/history?limit=-1", "limit", "out_of_range")]
    [InlineData("/api/orders/history?limit=99999999999", "limit", "out_of_range")]
    [InlineData("/api/orders/history?limit=1&limit=2", "limit", "duplicate_field")]
    [InlineData("/api/orders/history?status=DONE", "status", "invalid_value")]
    [InlineData("/api/signals/history?signal_type=S2", "signal_type", "invalid_value")]
    [InlineData("/api/sessions?colour=red", "colour", "unknown_field")]
    [InlineData("/api/sessions/nope?colour=red", "colour", "unknown_field")]
    [InlineData("/api/instruments?venue=sim", "venue", "unknown_field")]
    [InlineData("/api/performance", "session_id", "missing")]
    [InlineData("/api/performance?session_id=x&window=2h", "window", "invalid_value")]
    [InlineData("/api/candles?symbol=BTC_USDT&interval=2m", "interval", "invalid_value")]
    [InlineData("/api/candles?symbol=BTC_USDT&from=12:00", "from", "invalid_value")]
    [InlineData("/api/candles?symbol=BTC_USDT&from=2026-01-02&to=2026-01-01", "from", "invalid_value")]
    public async Task A_query_that_makes_no_sense_names_the_parameter(string path, string parameter, string code) =>
        Assert.Contains((parameter, code), (await Api.GetAsync(path)).MustRefuse(400, "invalid_request").Faults);

    [Theory]
    [InlineData(null, "$", "invalid_json")]
    [InlineData("", "$", "invalid_json")]
    [InlineData("{", "$", "invalid_json")]
    [InlineData("[]", "$", "wrong_type")]
    [InlineData("null", "$", "wrong_type")]
    [InlineData("""{"session_type":"paper","session_type":"paper"}""", "$.session_type", "duplicate_field")]
    [InlineData("""{"session_type":"live","symbols":[]}""", "$.session_type", "not_supported")]
    [InlineData("""{"session_type":"moon","symbols":[]}""", "$.session_type", "invalid_value")]
    [InlineData("""{"session_type":"paper","symbols":[]}""", "$.symbols", "invalid_value")]
    [InlineData("""{"session_type":"paper","symbols":"BTC_USDT"}""", "$.symbols", "wrong_type")]
    [InlineData("""{"session_type":"paper","symbols":["NOPE"]}""", "$.symbols[0]", "unknown_symbol")]
    [InlineData("""{"session_type":"paper","symbols":["BTC_USDT"],"venue":"nope"}""", "$.venue", "unknown_venue")]
    [InlineData("""{"session_type":"paper","symbols":["BTC_USDT"]}""", "$.strategy_config", "missing")]
    [InlineData("""{"session_type":"paper","symbols":["BTC_USDT"],"strategies":["nope"]}""", "$.strategies[0]", "unknown_strategy")]
    [InlineData("""{"simbols":[]}""", "$.simbols", "unknown_field")]
    [InlineData("""{"initial_balance":"1000"}""", "$.initial_balance", "wrong_type")]
    [InlineData("""{"initial_balance":1e400}""", "$.initial_balance", "out_of_range")]
    [InlineData("""{"realism":{"slippage_min":0.05,"slippage_max":0.01}}""", "$.realism.slippage_min", "invalid_value")]
    [InlineData("""{"risk_limits":{"max_leverage":500}}""", "$.risk_limits.max_leverage", "out_of_range")]
    [InlineData("""{"name":"\ud800"}""", "$", "invalid_json")]
    public async Task A_start_that_makes_no_sense_names_the_field(string? body, string path, string code) =>
        Assert.Contains((path, code), (await Api.PostAsync("/api/sessions/start", body)).MustRefuse(400, "invalid_request").Faults);

    [Fact]
    public async Task Every_fault_of_a_strategy_is_answered_with_its_path()
    {
        var document = (await Api.GetAsync("/api/strategies/pump_dump_detection")).Must(200).GetProperty("document").GetRawText()
            .Replace("\"SHORT\"", "\"SIDEWAYS\"", StringComparison.Ordinal)
            .Replace("\"base_position_pct\":0.30", "\"base_position_pct\":7", StringComparison.Ordinal)
            .Replace("\"volume_surge_ratio\",\"operator\":\">=\"", "\"volume_surge_ratio\",\"operator\":\"=>\"", StringComparison.Ordinal)
            .Replace("\"enabled\":true", "\"enabled\":\"yes\"", StringComparison.Ordinal)
            .Replace("\"leverage\":3", "\"leverige\":3", StringComparison.Ordinal);
        var body = $$$"""{"session_type":"paper","symbols":["BTC_USDT"],"strategy_config":{"pump_dump_detection":{{{document}}}}}""";

        var faults = (await Api.PostAsync("/api/sessions/start", body)).MustRefuse(400, "invalid_request").Faults;

        string[] paths = ["direction", "enabled", "global_limits.base_position_pct", "global_limits.leverige", "signal_detection.conditions[1].operator"];
        foreach (var path in paths)
            Assert.Contains($"$.strategy_config.pump_dump_detection.{path}", faults.Select(f => f.Path));
    }

    [Fact]
    public async Task A_body_that_is_not_utf8_is_refused() =>
        (await Api.SendAsync(HttpMethod.Post, "/api/sessions/start", [0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d])).MustRefuse(400, "invalid_request");

    [Theory]
    [InlineData(null)]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/json; charset=utf-16")]
    public async Task A_body_of_another_type_is_refused(string? type)
    {
        (await Api.PostAsync("/api/sessions/start", ApiClient.StartText(), type)).MustRefuse(415, "unsupported_media_type");
        (await Api.PostAsync("/api/strategies", "{}", type)).MustRefuse(415, "unsupported_media_type");
    }

    [Fact]
    public async Task A_huge_body_is_refused()
    {
        // Announced and not sent before the server asks for it: it answers and closes at once, and what is still being sent would fail.
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/strategies/validate")
        {
            Content = new ByteArrayContent(new byte[1_100_000]) { Headers = { ContentType = new("application/json") } },
            Headers = { ExpectContinue = true },
        };

        (await Api.SendAsync(request)).MustRefuse(413, "body_too_large");
    }

    [Theory]
    [InlineData("Host", "engine.example", "foreign_host")]
    [InlineData("Origin", "http://page.example", "foreign_origin")]
    [InlineData("Origin", "null", "foreign_origin")]
    [InlineData("Origin", "http://127.0.0.1:1", "foreign_origin")]
    public async Task What_comes_from_elsewhere_is_refused_by_REST_and_the_hub(string header, string value, string code)
    {
        foreach (var (method, path) in new[] { (HttpMethod.Get, "/api/sessions"), (HttpMethod.Post, "/hubs/trading/negotiate?negotiateVersion=1"), (HttpMethod.Get, "/hubs/trading") })
        {
            var request = new HttpRequestMessage(method, path);
            request.Headers.Add(header, value);
            (await Api.SendAsync(request)).MustRefuse(403, code);
        }
    }

    [Fact]
    public async Task The_own_origin_is_welcome_and_every_answer_has_the_security_headers()
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/api/sessions");
        request.Headers.Add("Origin", shared.Server.Address.GetLeftPart(UriPartial.Authority));

        var answers = new[] { await Api.SendAsync(request), await Api.GetAsync("/api/nothing") };

        Assert.Equal([200, 404], answers.Select(a => a.Status));
        Assert.All(answers, a =>
        {
            Assert.Equal("nosniff", a.Headers["X-Content-Type-Options"]);
            Assert.Equal("DENY", a.Headers["X-Frame-Options"]);
            Assert.Equal("no-referrer", a.Headers["Referrer-Policy"]);
            Assert.Contains("frame-ancestors 'none'", a.Headers["Content-Security-Policy"], StringComparison.Ordinal);
            Assert.DoesNotContain("Server", a.Headers.Keys);
        });
    }
}
