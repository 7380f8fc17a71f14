using Draizer.Api.Dashboard;
using Draizer.Api.Demo;
using Draizer.Api.Health;
using Draizer.Api.Live;
using Draizer.Api.Market;
using Draizer.Api.OpenApi;
using Draizer.Api.Orders;
using Draizer.Api.Performance;
using Draizer.Api.Positions;
using Draizer.Api.Problems;
using Draizer.Api.Security;
using Draizer.Api.Sessions;
using Draizer.Api.Signals;
using Draizer.Api.Strategies;
using Draizer.Api.Wire;
using Draizer.Domain.Markets;
using Draizer.Grains.Events;
using Draizer.Grains.Hosting;
using Draizer.Pipeline.Engine;
using Draizer.Pipeline.Ring;
using Draizer.Storage.Embedded;
using Draizer.Storage.Writing;
using Draizer.Trading.Ports;
using Draizer.Venues.Simulated;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Draizer.Api.Hosting;

/// <summary>Composes the server. It reads as a table of contents.</summary>
public static class DraizerServer
{
    private const long MostBodyBytes = 1_000_000;

    public static WebApplication Build(ServerOptions options, Action<WebApplicationBuilder>? configure = null)
    {
        if (options.Faults() is { Count: > 0 } faults)
            throw new ArgumentException(string.Join(' ', faults), nameof(options));

        // Empty, so that no setting of the surroundings makes the server listen elsewhere.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseKestrelCore();
        builder.WebHost.UseUrls([.. options.Urls.Select(url => ListenAddress.Read(url).Url!)]);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MostBodyBytes;
        });
        builder.Host.ConfigureHostOptions(host => host.ShutdownTimeout = TimeSpan.FromSeconds(30));
        builder.Logging.AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.TimestampFormat = "HH:mm:ss.fff ";
            console.UseUtcTimestamp = true;
        });
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);

        // A start that fails is told once, by whoever asked for it.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting", LogLevel.Critical);
        AddServices(builder.Services, options);
        configure?.Invoke(builder);

        var app = builder.Build();
        app.UseProblems();
        app.UseLocalOnly();
        app.UseDashboard(options);
        app.MapApiDocument();
        app.MapHealth();
        app.MapSessions();
        app.MapPositions();
        app.MapOrders();
        app.MapSignals();
        app.MapStrategies();
        app.MapStrategyStates();
        app.MapMarket();
        app.MapPerformance();
        app.MapHub<TradingHub>("/hubs/trading");
        return app;
    }

    private static void AddServices(IServiceCollection services, ServerOptions options)
    {
        services.AddRouting();
        services.AddApiDocument();
        services.ConfigureHttpJsonOptions(json => WireJson.Configure(json.SerializerOptions));
        services.AddSignalR(signalR => signalR.MaximumReceiveMessageSize = 64 * 1024)
            .AddJsonProtocol(json => WireJson.Configure(json.PayloadSerializerOptions));

        services.AddSingleton(options);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(_ => DataDirectoryLock.Take(options.DataDirectory));
        services.AddSingleton<Failure>();
        services.AddSingleton(SimulatedMarket.CatalogueOf(MarketHistory.MarketOptions(options)));
        services.AddSingleton<IStore>(s =>
        {
            // First of all, and so let go of last: nobody else may be in there while the database is open.
            s.GetRequiredService<DataDirectoryLock>();
            return EmbeddedStore.Open(Path.Combine(options.DataDirectory, "draizer.db"), s.GetRequiredService<InstrumentCatalogue>());
        });
        services.AddSingleton(s => new StoreWriter(
            s.GetRequiredService<IStore>(), new StoreWriterOptions(), s.GetRequiredService<TimeProvider>(),
            e => Log(s, "Storage").LogError(e, "Writing to the database failed; it is tried again")));

        services.AddSingleton(s => new TradingEngine(
            s.GetRequiredService<InstrumentCatalogue>(), options.Engine,
            new ReportAndGoOn((stage, sequence, e) => Log(s, "Engine").LogError(e, "Stage {Stage} failed on event {Sequence}", stage, sequence)),
            s.GetRequiredService<TimeProvider>()));
        services.AddSingleton<ICommandPort>(s => s.GetRequiredService<TradingEngine>());
        services.AddSingleton<IMarketReadings>(s => s.GetRequiredService<TradingEngine>().Market);
        services.AddSingleton<IIndicatorReadings>(s => s.GetRequiredService<TradingEngine>().Indicators);
        services.AddSingleton<ISessionEvents>(s => s.GetRequiredService<FeedHub>());
        services.AddSingleton(new SessionHostOptions { MetricsIntervalSeconds = options.Engine.Execution.MetricsIntervalSeconds });
        services.AddSingleton<Action<string, Exception>>(s =>
            (session, e) => Log(s, "Sessions").LogError(e, "Session {Session}: something failed", session));
        services.AddSingleton<SessionHost>();

        services.AddSingleton<StrategyLibrary>();
        services.AddSingleton<SessionStarter>();
        services.AddSingleton<MarketHistory>();
        services.AddSingleton<EventRate>();
        services.AddSingleton<DemoSessions>();
        services.AddSingleton<Readiness>();
        services.AddSingleton(new ClientFeedOptions());
        services.AddSingleton<LiveSessions>();
        services.AddSingleton<FeedHub>();
        services.AddHostedService<EngineLifetime>();
        services.AddHostedService(s => s.GetRequiredService<FeedHub>());
    }

    private static ILogger Log(IServiceProvider services, string category) =>
        services.GetRequiredService<ILoggerFactory>().CreateLogger(category);
}
