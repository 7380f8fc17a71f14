using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Playwright;

namespace Draizer.Browser.Tests;

/// <summary>What a trader sees and does, in a real browser in front of the real server.</summary>
public sealed class DashboardTests(Desk desk) : IClassFixture<Desk>
{
    // The demo's first pump comes six seconds after the start; the rest is for a busy machine.
    private const float Patience = 120_000;

    [ChromiumFact]
    public async Task Prices_change_while_the_page_is_looked_at()
    {
        var page = await desk.OpenAsync();
        var price = page.GetByTestId("last-price");
        await price.WaitForAsync();
        var first = await price.TextContentAsync();

        await page.WaitForFunctionAsync(
            "first => document.querySelector('[data-testid=last-price]').textContent !== first", first, new() { Timeout = Patience });

        Assert.Matches(@"\d", await price.TextContentAsync() ?? "");
    }

    [ChromiumFact]
    public async Task The_chart_has_an_hour_of_candles_at_once()
    {
        var page = await desk.OpenAsync();

        await page.WaitForFunctionAsync(
            "() => Number(document.querySelector('[data-testid=chart]')?.dataset.candles) > 100", null, new() { Timeout = Patience });

        Assert.Equal("BTC_USDT", await page.GetByTestId("chart").GetAttributeAsync("data-symbol"));
    }

    [ChromiumFact]
    public async Task A_signal_puts_a_marker_on_the_chart_and_a_row_in_the_log()
    {
        var page = await desk.OpenAsync();

        await page.WaitForFunctionAsync(
            "() => Number(document.querySelector('[data-testid=chart]')?.dataset.markers) > 0", null, new() { Timeout = Patience });

        await page.Locator("[data-testid=signal-row][data-type=S1]").First.WaitForAsync(new() { Timeout = Patience });
        await page.Locator("[data-testid=order-row][data-status=FILLED]").First.WaitForAsync(new() { Timeout = Patience });
        Assert.Contains(await page.GetByTestId("chart").GetAttributeAsync("data-last-marker"), new[] { "S1", "O1", "Z1", "ZE1", "E1" });
    }

    [ChromiumFact]
    public async Task A_position_closes_at_the_press_of_its_button()
    {
        await using var trader = await OwnSessionAsync();
        var page = await desk.OpenAsync();
        await page.GetByTestId("session-select").SelectOptionAsync(trader.SessionId);
        var row = page.GetByTestId("position-row").First;
        await row.WaitForAsync(new() { Timeout = Patience });
        var symbol = await row.GetAttributeAsync("data-symbol");

        await row.GetByTestId("close-position").ClickAsync();

        await page.Locator($"[data-testid=position-row][data-symbol={symbol}]").WaitForAsync(new() { State = WaitForSelectorState.Detached, Timeout = Patience });
        var orders = await trader.Client.GetFromJsonAsync<JsonElement>($"/api/orders/history?session_id={trader.SessionId}&symbol={symbol}");
        Assert.Contains(orders.GetProperty("items").EnumerateArray(), o =>
            o.GetProperty("origin").GetString() == "manual" && o.GetProperty("status").GetString() == "FILLED");
    }

    [ChromiumFact]
    public async Task The_theme_follows_the_toggle_and_is_remembered()
    {
        var page = await desk.OpenAsync();
        var before = await page.Locator("html").GetAttributeAsync("data-theme");

        await page.GetByTestId("theme-toggle").ClickAsync();
        var after = await page.Locator("html").GetAttributeAsync("data-theme");
        await page.ReloadAsync();

        Assert.NotEqual(before, after);
        Assert.Equal(after, await page.Locator("html").GetAttributeAsync("data-theme"));
    }

    /// <summary>A session that enters at once and leaves its positions alone, so that there is something to close.</summary>
    private async Task<OwnSession> OwnSessionAsync()
    {
        var client = new HttpClient { BaseAddress = new Uri(desk.Url) };
        var request = new
        {
            session_type = "paper",
            symbols = new[] { "SOL_USDT" },
            strategy_config = new Dictionary<string, object>
            {
                ["always_in"] = new
                {
                    strategy_name = "always_in",
                    direction = "LONG",
                    global_limits = new { base_position_pct = 0.1, leverage = 2, cooldown_after_exit_s = 3_600 },
                    signal_detection = new { conditions = new[] { new { condition_type = "last_price", @operator = ">", value = 0 } } },
                },
            },
        };
        var answer = await client.PostAsJsonAsync("/api/sessions/start", request);
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.True(answer.IsSuccessStatusCode, body.ToString());
        return new OwnSession(client, body.GetProperty("session_id").GetString()!);
    }

    private sealed record OwnSession(HttpClient Client, string SessionId) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await Client.PostAsync(new Uri($"/api/sessions/{SessionId}/stop", UriKind.Relative), content: null);
            Client.Dispose();
        }
    }
}
