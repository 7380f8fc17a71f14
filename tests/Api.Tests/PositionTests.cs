using System.Text.Json;

namespace Draizer.Api.Tests;

/// <summary>Positions, and closing them by hand.</summary>
[Collection(SharedServerGroup.Name)]
public sealed class PositionTests(SharedServer shared)
{
    private static readonly string[] Fields =
    [
        "position_id", "session_id", "venue", "symbol", "market_type", "side", "status", "quantity", "entry_price", "current_price", "leverage",
        "margin", "margin_ratio_pct", "liquidation_price", "unrealized_pnl", "unrealized_pnl_pct", "realized_pnl", "fees", "funding_accrued",
        "stop_loss_price", "take_profit_price", "strategy_name", "signal_id", "opened_at", "updated_at", "closed_at", "duration_seconds",
        "close_reason",
    ];

    private ApiClient Api => shared.Api;

    [Fact]
    public async Task A_position_is_closed_by_hand_in_parts_and_then_wholly()
    {
        var position = await OpenAsync();
        var id = position.Id();
        var path = $"/api/positions/ETH_USDT/close?session_id={id}&venue=sim";
        Assert.Equal(Fields, position.Names());
        Assert.Equal("LONG", position.Text("side"));

        (await Api.PostAsync($"/api/positions/ETH_USDT/close?session_id={id}&venue=nope")).MustRefuse(404, "no_position");
        (await Api.PostAsync(path, """{"quantity":0}""")).MustRefuse(400, "invalid_request");
        (await Api.PostAsync(path, """{"quantity":0.0000001}""")).MustRefuse(422, "below_minimum");
        (await Api.PostAsync(path, """{"amount":1}""")).MustRefuse(400, "invalid_request");

        var part = (await Api.PostAsync(path, """{"quantity":0.01}""")).Must(200);
        Assert.True(part.GetProperty("success").GetBoolean());
        var left = await Api.UntilAsync($"/api/positions/open?session_id={id}", a => a.Items.Count == 1 && a.Items[0].Number("quantity") < position.Number("quantity"));
        Assert.Equal(position.Number("quantity") - 0.01m, left.Items[0].Number("quantity"));

        var whole = (await Api.PostAsync(path)).Must(200);
        await Api.UntilAsync($"/api/positions/open?session_id={id}", a => a.Items.Count == 0);
        var orders = (await Api.GetAsync($"/api/orders/history?session_id={id}")).Items;
        Assert.Equal(
            [whole.Text("order_id"), part.Text("order_id")],
            orders.Where(o => o.Text("origin") == "manual").Select(o => o.Text("order_id")));
        (await Api.PostAsync(path)).MustRefuse(404, "no_position");
    }

    [Fact]
    public async Task A_symbol_that_several_sessions_hold_asks_which()
    {
        var (one, other) = ((await OpenAsync("SOL_USDT")).Id(), (await OpenAsync("SOL_USDT")).Id());

        (await Api.PostAsync("/api/positions/SOL_USDT/close")).MustRefuse(409, "ambiguous_symbol");

        (await Api.PostAsync($"/api/positions/SOL_USDT/close?session_id={one}")).Must(200);
        Assert.Single((await Api.GetAsync($"/api/positions/open?session_id={other}")).Items);
    }

    private async Task<JsonElement> OpenAsync(string symbol = "ETH_USDT")
    {
        var body = $$$"""{"session_type":"paper","symbols":["{{{symbol}}}"],"strategy_config":{"eager":{{{TestStrategies.Eager}}}},"warm_up_s":0}""";
        var id = (await Api.PostAsync("/api/sessions/start", body)).Must(201).Id();
        return (await Api.UntilAsync($"/api/positions/open?session_id={id}", a => a.Items.Count == 1)).Items[0];
    }
}
