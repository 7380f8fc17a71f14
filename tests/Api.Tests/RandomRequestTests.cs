using System.Text;

namespace Draizer.Api.Tests;

/// <summary>Whatever is sent, the server answers, and never with a fault of its own.</summary>
[Collection(SharedServerGroup.Name)]
public sealed class RandomRequestTests(SharedServer shared)
{
    private const int Seed = 20_260_131;
    private const int Requests = 500;

    private static readonly string[] Paths =
    [
        "/api/sessions", "/api/sessions/start", "/api/sessions/x", "/api/sessions/x/stop", "/api/positions/open", "/api/positions/BTC_USDT/close",
        "/api/orders/history", "/api/signals/history", "/api/strategies", "/api/strategies/x", "/api/strategies/validate", "/api/strategies/states",
        "/api/instruments", "/api/candles", "/api/performance", "/api/engine", "/health/ready", "/openapi/v1.json", "/hubs/trading/negotiate",
    ];

    private static readonly string[] Names =
        ["session_id", "symbol", "venue", "status", "limit", "cursor", "interval", "from", "to", "window", "strategy", "signal_type", "%00", ""];

    private static readonly string[] Values =
        ["BTC_USDT", "sim", "0", "-1", "9999999999999999999", "1m", "FILLED", "%00", "%ff%fe", "%F0%9F%98%80", "'%3B--", "", "1e308", "2026-01-01", "b3JkZXJzfDF8eA"];

    private static readonly string[] Pieces =
    [
        "{", "}", "[", "]", ",", ":", "null", "true", "1e999", "-0", "\"session_type\"", "\"paper\"", "\"symbols\"", "[\"BTC_USDT\"]",
        "\"strategies\"", "\"strategy_config\"", "\"\\ud800\"", "\"risk_limits\"", "{}", "\"quantity\"", "\u0000", "\"signal_detection\"", "é",
    ];

    private static readonly HttpMethod[] Methods = [HttpMethod.Get, HttpMethod.Post, HttpMethod.Put, HttpMethod.Delete, HttpMethod.Patch];

    [Fact]
    public async Task No_request_makes_the_server_fail_or_hang()
    {
        var random = new Random(Seed);
        for (var i = 0; i < Requests; i++)
        {
            var (method, path, body) = (Methods[random.Next(Methods.Length)], PathOf(random), BodyOf(random));
            var answer = await shared.Api.SendAsync(method, path, method == HttpMethod.Get ? null : Encoding.UTF8.GetBytes(body));

            Assert.True(answer.Status < 500, $"Seed {Seed}, request {i}: {method} {path} {body} answered {answer.Status}: {answer.Text}");
        }
    }

    private static string PathOf(Random random)
    {
        var path = new StringBuilder(Paths[random.Next(Paths.Length)]);
        if (random.Next(4) == 0)
            path.Insert(random.Next(1, path.Length), Values[random.Next(Values.Length)]);
        for (var i = random.Next(4); i > 0; i--)
            path.Append(path.ToString().Contains('?') ? '&' : '?').Append(Names[random.Next(Names.Length)]).Append('=').Append(Values[random.Next(Values.Length)]);
        return path.ToString();
    }

    private static string BodyOf(Random random)
    {
        if (random.Next(3) > 0)
        {
            var fields = Enumerable.Range(0, random.Next(6)).Select(_ => $"{Pieces[random.Next(10, Pieces.Length)]}:{Pieces[random.Next(6, Pieces.Length)]}");
            return $"{{{string.Join(',', fields)}}}";
        }

        return string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => Pieces[random.Next(Pieces.Length)]));
    }
}
