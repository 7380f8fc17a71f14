using Draizer.Domain.Commands;
using Draizer.Domain.Markets;
using Draizer.Trading.Engine;
using Draizer.Venues.Simulated;

namespace Draizer.Simulation.Tests.Playing;

/// <summary>A seeded market, its past and its present, with commands in between at known times. It can be read many times.</summary>
internal sealed record Recording
{
    /// <summary>When the present begins.</summary>
    public const long BootUs = 1_750_000_000_000_000;

    public required ulong Seed { get; init; }
    public int Symbols { get; init; } = 20;
    public required double HistoryMinutes { get; init; }
    public required double LiveMinutes { get; init; }
    public double FirstPumpAfterSeconds { get; init; } = 6;

    /// <summary>Shocks come about this often.</summary>
    public double ShockIntervalSeconds { get; init; } = 60;

    /// <summary>What is asked of the engine, and how long after the boot; in that order.</summary>
    public IReadOnlyList<(double AfterSeconds, Command Command)> Commands { get; init; } = [];

    public InstrumentCatalogue Catalogue => SimulatedMarket.CatalogueOf(Options);

    private SimulatedMarketOptions Options => new()
    {
        Seed = Seed,
        SymbolCount = Symbols,
        FirstPumpAtUs = AfterBoot(FirstPumpAfterSeconds),
        MinShockIntervalSeconds = ShockIntervalSeconds * 0.75,
        MaxShockIntervalSeconds = ShockIntervalSeconds * 1.25,
    };

    public static long AfterBoot(double seconds) => BootUs + (long)(seconds * 1e6);

    public IEnumerable<Input> Inputs()
    {
        var market = new SimulatedMarket(Options, BootUs - (long)(HistoryMinutes * 60e6));
        while (market.TryNext(BootUs, out var past))
            yield return new Input(InputKind.Market, past.TimeUs, past.Event, IsHistory: true);

        yield return new Input(InputKind.Boot, BootUs);
        foreach (var (afterSeconds, command) in Commands)
        {
            while (market.TryNext(AfterBoot(afterSeconds), out var next))
                yield return new Input(InputKind.Market, next.TimeUs, next.Event);
            yield return new Input(InputKind.Command, AfterBoot(afterSeconds), Command: command);
        }

        while (market.TryNext(AfterBoot(LiveMinutes * 60), out var next))
            yield return new Input(InputKind.Market, next.TimeUs, next.Event);
    }
}
