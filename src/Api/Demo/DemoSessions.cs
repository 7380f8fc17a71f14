using Draizer.Api.Sessions;
using Draizer.Api.Strategies;
using Draizer.Domain.Markets;
using Draizer.Domain.Strategies;
using Draizer.Grains.Sessions;

namespace Draizer.Api.Demo;

/// <summary>
/// The sessions that a newcomer watches: each shipped strategy on every symbol of the simulator's first venue. One session each, because
/// within a session one strategy at a time has an instrument, and the quicker would leave the other nothing.
/// </summary>
public sealed class DemoSessions(
    SessionStarter starter, StrategyLibrary library, InstrumentCatalogue catalogue, TimeProvider time, ILogger<DemoSessions> log)
{
    public async Task StartAsync()
    {
        // In the order of their names: the newest session is the one that is shown first, and pump_dump_detection, which comes last, trades the larger pumps.
        foreach (var strategy in library.All().Where(s => s.IsShipped))
            await StartAsync(strategy.Definition);
    }

    private async Task StartAsync(StrategyDefinition definition)
    {
        var venue = catalogue.Venues.First();
        var (reply, _) = await starter.StartAsync(new StartRequest
        {
            SessionId = SessionIds.New(time),
            Name = $"Demo: {definition.Name}",
            SessionType = "paper",
            Instruments = [.. Enumerable.Range(0, catalogue.Count).Where(i => catalogue[i].Venue == venue)],
            Definitions = [definition],
            InitialBalance = 10_000m,
            WarmUpSeconds = 3_600,
            MaxConcurrentSignals = 5,
        });
        if (reply.Value is { } session)
            log.LogInformation("Started the demo session {Session} of {Strategy}", session.SessionId, definition.Name);
        else
            log.LogError("The demo session of {Strategy} was refused: {Code} {Detail}", definition.Name, reply.RefusalCode, reply.Detail);
    }
}
