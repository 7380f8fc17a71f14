using Draizer.Domain.Orders;
using Draizer.Domain.Outputs;
using Draizer.Domain.Signals;
using Draizer.Simulation.Tests.Playing;

namespace Draizer.Simulation.Tests;

/// <summary>The pump that a newcomer is shown is traded, not only seen.</summary>
public sealed class OpeningPumpTests
{
    [Fact]
    public void The_first_pump_is_entered_and_left_within_a_minute_for_every_seed()
    {
        var lacking = Enumerable.Range(1, 20).Select(seed => (Seed: seed, Lacks: Lacks((ulong)seed))).Where(run => run.Lacks.Length > 0);

        Assert.Empty(lacking);
    }

    private static string Lacks(ulong seed)
    {
        var outputs = Inline.Play(new Recording
        {
            Seed = seed,
            Symbols = 4,
            HistoryMinutes = 60,
            LiveMinutes = 1,
            Commands = [(0.5, Sessions.Demo("demo", symbols: 4))],
        });
        var sections = outputs.OfType<SignalChanged>().Select(o => o.Signal.Section).ToHashSet();
        var filled = outputs.OfType<OrderChanged>().Count(o => o.Order.Status == OrderStatus.Filled);

        var lacks = new List<string>();
        if (filled < 2)
            lacks.Add($"only {filled} filled orders");
        if (!sections.Contains(Section.S1))
            lacks.Add("no S1");
        if (!sections.Contains(Section.Z1))
            lacks.Add("no Z1");
        if (!sections.Contains(Section.ZE1) && !sections.Contains(Section.E1))
            lacks.Add("no exit");
        return string.Join(", ", lacks);
    }
}
