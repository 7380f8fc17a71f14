using System.Globalization;

namespace Draizer.Api.Tests;

/// <summary>What a newcomer sees: the demo trades, and its numbers add up.</summary>
[Collection(SharedServerGroup.Name)]
public sealed class DemoTests(SharedServer shared)
{
    private static readonly string[] OrderFields =
    [
        "order_id", "session_id", "strategy_name", "signal_id", "venue", "symbol", "action", "side", "position_side", "type", "time_in_force",
        "origin", "quantity", "filled_quantity", "requested_price", "execution_price", "slippage_pct", "leverage", "status", "reason",
        "commission", "realized_pnl", "created_at", "updated_at",
    ];

    private static readonly string[] SignalFields =
    [
        "signal_id", "episode_id", "session_id", "strategy_name", "venue", "symbol", "signal_type", "action", "price", "confidence",
        "indicator_values", "execution_status", "rejection_reason", "order_id", "timestamp",
    ];

    private ApiClient Api => shared.Api;

    [Fact]
    public async Task A_minute_after_its_start_the_demo_has_filled_orders_and_signals_of_entry_and_exit()
    {
        var signals = await Api.UntilAsync(
            "/api/signals/history?limit=1000",
            a => a.Items.Select(s => s.Text("signal_type")).ToHashSet() is var types
                && types.IsSupersetOf(["S1", "Z1"]) && (types.Contains("ZE1") || types.Contains("E1")),
            seconds: 60);
        var orders = await Api.UntilAsync("/api/orders/history?status=FILLED", a => a.Items.Count >= 2, seconds: 30);

        Assert.All(signals.Items, s => Assert.Equal(SignalFields, s.Names()));
        Assert.All(orders.Items, o =>
        {
            Assert.Equal(OrderFields, o.Names());
            Assert.Equal("FILLED", o.Text("status"));
            Assert.Equal(o.Number("quantity"), o.Number("filled_quantity"));
        });

        var id = orders.Items[0].Id();
        await AgreesAsync(id);
    }

    [Fact]
    public async Task Candles_of_every_interval_are_made_of_the_same_trades()
    {
        // Past and whole, so that every interval covers the same trades and nothing is added meanwhile.
        var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        var to = now / 300 * 300;
        var from = to - 900;
        var seconds = await CandlesAsync("1s", from, to);
        foreach (var (interval, length) in new[] { ("5s", 5L), ("1m", 60), ("5m", 300) })
        {
            var expected = seconds.GroupBy(c => c.Start / length * length).Select(g => new Bar(
                g.Key, g.First().Open, g.Max(c => c.High), g.Min(c => c.Low), g.Last().Close, g.Sum(c => c.Volume), g.Sum(c => c.Trades)));

            var bars = await CandlesAsync(interval, from, to);

            Assert.NotEmpty(bars);
            foreach (var (want, got) in expected.Zip(bars))
            {
                Assert.Equal(want with { Volume = 0 }, got with { Volume = 0 });
                Assert.Equal(want.Volume, got.Volume, 1e-6 * want.Volume);
            }

            Assert.Equal(expected.Count(), bars.Count);
        }
    }

    private async Task AgreesAsync(string id)
    {
        // Stopped, so that nothing moves while it is counted.
        await Api.PostAsync($"/api/sessions/{id}/stop");
        var session = (await Api.UntilAsync($"/api/sessions/{id}", a => a.Json.Text("status") == "STOPPED")).Json;
        var performance = (await Api.GetAsync($"/api/performance?session_id={id}")).Must(200);
        var orders = (await Api.GetAsync($"/api/orders/history?session_id={id}&limit=1000")).Items;

        Assert.Equal(session.Number("total_pnl"), performance.Number("total_pnl"));
        Assert.Equal(session.Number("total_trades"), performance.Number("total_trades"));
        Assert.Equal(session.Number("orders"), orders.Count);
        Assert.Equal(performance.Number("commission"), orders.Sum(o => o.Number("commission")));
        Assert.Equal(session.Number("total_pnl"), performance.Number("realized_pnl") - performance.Number("commission") - performance.Number("funding"));
        Assert.Equal(0, session.Number("open_positions"));
        Assert.Empty((await Api.GetAsync($"/api/positions/open?session_id={id}")).Items);
    }

    private async Task<IReadOnlyList<Bar>> CandlesAsync(string interval, long from, long to)
    {
        var answer = await Api.GetAsync($"/api/candles?symbol=BTC_USDT&venue=sim&interval={interval}&from={from}&to={to}&limit=5000");
        answer.Must(200);
        return [.. answer.Items.Select(c => new Bar(
            DateTimeOffset.Parse(c.Text("time"), CultureInfo.InvariantCulture).ToUnixTimeSeconds(), c.GetProperty("open").GetDouble(),
            c.GetProperty("high").GetDouble(), c.GetProperty("low").GetDouble(), c.GetProperty("close").GetDouble(),
            c.GetProperty("volume").GetDouble(), c.GetProperty("trade_count").GetInt64()))];
    }

    private sealed record Bar(long Start, double Open, double High, double Low, double Close, double Volume, long Trades);
}
