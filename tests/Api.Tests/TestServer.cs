using System.Text.Json;
using Draizer.Api.Hosting;
using Microsoft.AspNetCore.Builder;

namespace Draizer.Api.Tests;

/// <summary>A real server on a port of its own, with a data directory that goes with it.</summary>
public sealed class TestServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly TempDirectory? _ownData;

    private TestServer(WebApplication app, TempDirectory? ownData)
    {
        _app = app;
        _ownData = ownData;
        Address = new Uri(app.Urls.Single());
        Api = new ApiClient(Address);
    }

    public Uri Address { get; }
    public ApiClient Api { get; }
    public IServiceProvider Services => _app.Services;

    public static async Task<TestServer> StartAsync(
        string? data = null, bool isDemo = false, Action<WebApplicationBuilder>? configure = null)
    {
        var ownData = data is null ? new TempDirectory() : null;
        var app = DraizerServer.Build(
            new ServerOptions
            {
                Urls = ["http://127.0.0.1:0"],
                DataDirectory = data ?? ownData!.Path,
                Demo = isDemo,
                Symbols = 3,
                Seed = 42,
                History = TimeSpan.FromMinutes(30),
            },
            configure);
        await app.StartAsync();
        var server = new TestServer(app, ownData);
        await server.Api.UntilReadyAsync();
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        Api.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        _ownData?.Dispose();
    }
}

/// <summary>A directory that is gone afterwards.</summary>
public sealed class TempDirectory : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("draizer-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}

/// <summary>One server for all who do not mind each other, with the demo's pump a few seconds after its start.</summary>
public sealed class SharedServer : IAsyncLifetime
{
    private TestServer? _server;

    public TestServer Server => _server ?? throw new InvalidOperationException("Not started yet.");
    public ApiClient Api => Server.Api;

    public async Task InitializeAsync() => _server = await TestServer.StartAsync(isDemo: true);

    public async Task DisposeAsync() => await Server.DisposeAsync();

    public async Task<JsonElement> StartSessionAsync(string extra = "") =>
        (await Api.PostAsync("/api/sessions/start", ApiClient.StartText(extra))).Must(201);
}

/// <summary>Those who share the server.</summary>
[CollectionDefinition(Name)]
public sealed class SharedServerGroup : ICollectionFixture<SharedServer>
{
    public const string Name = "shared server";
}
