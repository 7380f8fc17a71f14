using Draizer.Api.Demo;
using Draizer.Api.Strategies;
using Draizer.Grains.Hosting;
using Draizer.Pipeline.Engine;
using Draizer.Storage.Writing;
using Draizer.Trading.Ports;
using Draizer.Venues.Simulated;

namespace Draizer.Api.Hosting;

/// <summary>Brings the parts up in the order in which they depend on each other, and down in the reverse one.</summary>
public sealed class EngineLifetime(
    ServerOptions options, IStore store, StoreWriter writer, TradingEngine engine, SessionHost sessions, StrategyLibrary strategies,
    MarketHistory history, DemoSessions demo, Readiness readiness, Failure failure, IHostApplicationLifetime application,
    ILogger<EngineLifetime> log) : BackgroundService
{
    private readonly CancellationTokenSource _venuesEnd = new();
    private Task _venues = Task.CompletedTask;
    private bool _isUp;

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        // Done before the server listens: a database that cannot be opened is a clear end, not a page that does not work.
        var migrations = await store.MigrateAsync(cancellationToken);
        if (migrations.Applied.Count > 0)
            log.LogInformation("Applied {Count} migrations", migrations.Applied.Count);
        await strategies.LoadAsync(cancellationToken);
        _ = writer.RunAsync(CancellationToken.None);
        readiness.Report("store", isOk: true, StoreName.Of(store));
        await base.StartAsync(cancellationToken);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        readiness.Report("engine", isOk: false, "shutting down");
        await base.StopAsync(cancellationToken);
        if (!_isUp)
            return;

        // Sessions close their positions on a market that is still there.
        foreach (var id in await sessions.StopAllAsync())
            log.LogWarning("Session {Session} had not ended in time; the next start finds it interrupted", id);
        await _venuesEnd.CancelAsync();
        await _venues;
        await engine.DisposeAsync();
        await sessions.DisposeAsync();
        await writer.DisposeAsync();
        log.LogInformation("Everything that was published is stored");
    }

    public override void Dispose()
    {
        _venuesEnd.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await BringUpAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Told to stop: what was brought up goes down again.
        }
        catch (Exception e)
        {
            log.LogCritical(e, "The engine could not be brought up");
            failure.Report(e);
            application.StopApplication();
        }
    }

    // A venue that ends by itself is a fault: the engine would stand there with a dead market.
    private async Task RunVenuesAsync(SimulatedVenues venues)
    {
        try
        {
            await venues.RunAsync(engine, _venuesEnd.Token);
        }
        catch (OperationCanceledException) when (_venuesEnd.IsCancellationRequested)
        {
            // Told to stop.
        }
        catch (Exception e)
        {
            log.LogCritical(e, "The simulated market has ended");
            readiness.Report("venues", isOk: false, "ended by a fault");
            failure.Report(e);
            application.StopApplication();
        }
    }

    private async Task BringUpAsync(CancellationToken stoppingToken)
    {
        engine.Attach(new StoreListener(writer, options.RecordQuotes));
        engine.Attach(new SessionListener(sessions));
        engine.Start();
        await sessions.RecoverAsync(stoppingToken);
        var venues = await history.FeedAsync(engine, stoppingToken);
        engine.GoLive();
        _venues = Task.Run(() => RunVenuesAsync(venues), CancellationToken.None);
        _isUp = true;
        readiness.Report("engine", isOk: true, "live");
        readiness.Report("venues", isOk: true, "simulated market");
        if (options.Demo)
            await demo.StartAsync();
    }
}
