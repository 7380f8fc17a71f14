using Draizer.Api.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Playwright;

namespace Draizer.Browser.Tests;

/// <summary>A trader's desk: the real server with its demo, and a real browser in front of it.</summary>
public sealed class Desk : IAsyncLifetime
{
    private readonly string _data = Directory.CreateTempSubdirectory("draizer-desk-").FullName;
    private WebApplication? _server;
    private IPlaywright? _playwright;

    public static string DashboardDirectory { get; } = System.IO.Path.Combine(RepositoryRoot(), "web", "dist");

    public IBrowser Browser { get; private set; } = null!;
    public string Url { get; private set; } = "";

    public async Task InitializeAsync()
    {
        // Without a browser the tests are skipped, and a fixture that failed would fail them.
        if (!File.Exists(ChromiumFactAttribute.Path))
            return;

        Url = await StartServerAsync("http://127.0.0.1:0");
        _playwright = await Playwright.CreateAsync();
        Browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = ChromiumFactAttribute.Path,
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync",
            ],
        });
    }

    public async Task DisposeAsync()
    {
        if (Browser is not null)
            await Browser.CloseAsync();
        _playwright?.Dispose();
        await StopServerAsync();
        Directory.Delete(_data, recursive: true);
    }

    /// <summary>A page that shows the dashboard, connected.</summary>
    public async Task<IPage> OpenAsync()
    {
        var page = await Browser.NewPageAsync(new BrowserNewPageOptions { ViewportSize = new ViewportSize { Width = 1_440, Height = 900 } });
        page.SetDefaultTimeout(60_000);
        await page.GotoAsync(Url);
        await page.Locator("[data-testid=connection][data-state=live]").WaitForAsync();
        return page;
    }

    /// <summary>Ends the server, as a crash of the machine would look from the page.</summary>
    public async Task StopServerAsync()
    {
        if (_server is null)
            return;

        await _server.StopAsync();
        await _server.DisposeAsync();
        _server = null;
    }

    /// <summary>Starts the server again where it was.</summary>
    public Task RestartServerAsync() => StartServerAsync(Url);

    private async Task<string> StartServerAsync(string url)
    {
        _server = DraizerServer.Build(new ServerOptions
        {
            Urls = [url],
            DataDirectory = _data,
            DashboardDirectory = DashboardDirectory,
            Demo = true,
            Seed = 7,
        });
        await _server.StartAsync();
        return _server.Urls.Single();
    }

    private static string RepositoryRoot()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (directory is not null && !File.Exists(System.IO.Path.Combine(directory.FullName, "Draizer.sln")))
            directory = directory.Parent;
        return directory?.FullName ?? throw new InvalidOperationException("The tests do not run inside a clone.");
    }
}
