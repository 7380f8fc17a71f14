using Draizer.Pipeline.Engine;
using Draizer.Simulation.Tests.Playing;
using Draizer.Trading.Execution;

namespace Draizer.Simulation.Tests;

/// <summary>A market event goes through every stage without a new object, once each stage has what it needs.</summary>
public sealed class AllocationTests
{
    private const int Measured = 50_000;

    [Fact]
    public void A_warm_engine_allocates_nothing_per_market_event()
    {
        var recording = new Recording
        {
            Seed = 21,
            HistoryMinutes = 60,
            LiveMinutes = 30,
            FirstPumpAfterSeconds = 1_000_000,
            ShockIntervalSeconds = 60_000,
            Commands = [(1, Sessions.Demo("demo"))],
        };
        var inputs = recording.Inputs().ToArray();
        var outputs = 0;

        // An equity sample is an output, and an output is an object: none may fall into what is measured.
        var options = new EngineOptions { Execution = new ExecutionOptions { MetricsIntervalSeconds = 86_400 } };
        var engine = new InlineEngine(recording.Catalogue, options) { Output = _ => outputs++ };
        foreach (var input in inputs[..^Measured])
            Inline.Feed(engine, input);
        outputs = 0;

        // A part of the inputs for each round, because time does not go back.
        var next = inputs.Length - Measured;
        var allocated = Allocation.Of(() =>
        {
            for (var end = next + (Measured / 5); next < end; next++)
                Inline.Feed(engine, inputs[next]);
        });

        Assert.Equal((0, 0L), (outputs, allocated));
    }
}
