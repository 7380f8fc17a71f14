namespace Draizer.Browser.Tests;

/// <summary>What the page shows when the server goes and comes back; apart, because it takes the server away from everyone.</summary>
public sealed class LostConnectionTests(Desk desk) : IClassFixture<Desk>
{
    private const float Patience = 120_000;

    [ChromiumFact]
    public async Task A_lost_connection_is_shown_and_heals_by_itself()
    {
        var page = await desk.OpenAsync();
        await page.GetByTestId("last-price").WaitForAsync();

        await desk.StopServerAsync();
        await page.Locator("[data-testid=connection]:not([data-state=live])").WaitForAsync(new() { Timeout = Patience });
        await desk.RestartServerAsync();
        await page.Locator("[data-testid=connection][data-state=live]").WaitForAsync(new() { Timeout = Patience });

        var price = await page.GetByTestId("last-price").TextContentAsync();
        await page.WaitForFunctionAsync(
            "before => document.querySelector('[data-testid=last-price]').textContent !== before", price, new() { Timeout = Patience });
        Assert.Equal("live", await page.GetByTestId("connection").GetAttributeAsync("data-state"));
    }
}
