using Draizer.Domain.Commands;
using Draizer.Domain.Sessions;
using Draizer.Trading.Strategies.Shipped;

namespace Draizer.Simulation.Tests.Playing;

/// <summary>Sessions as a newcomer starts them: the shipped strategies on every symbol of the first venue.</summary>
internal static class Sessions
{
    public const decimal InitialBalance = 10_000m;

    public static StartSession Demo(string id, int symbols = 20, RealismProfile? realism = null, int slots = 5) => new(new SessionSpec
    {
        SessionId = id,
        Name = id,
        Instruments = [.. Enumerable.Range(0, symbols)],
        InitialBalance = InitialBalance,
        WarmUpSeconds = 3_600,
        Realism = realism ?? RealismProfile.Seed,
        RiskLimits = new RiskLimits(),
        MaxConcurrentSignals = slots,
        Strategies = [.. ShippedStrategies.All.Values],
    });

    public static RealismProfile Latency(int orderMs, int reportMs) =>
        RealismProfile.Seed with { Name = $"{orderMs}/{reportMs}", OrderLatencyMs = orderMs, ReportLatencyMs = reportMs };
}
