using Draizer.Domain.Commands;
using Draizer.Domain.Outputs;
using Draizer.Domain.Sessions;
using Draizer.Pipeline.Engine;
using Draizer.Pipeline.Ring;
using Draizer.Simulation.Tests.Playing;

namespace Draizer.Simulation.Tests;

/// <summary>The threaded engine decides what the engine on one thread decides, however its stages run ahead and fall behind.</summary>
public sealed class ThreadsAgreeTests
{
    private const int Symbols = 8;

    private static readonly RealismProfile AtOnce = Sessions.Latency(0, 0);

    private static readonly (double, Command)[] SeveralSessions =
    [
        (1, Sessions.Demo("quick", Symbols, AtOnce)),
        (1, Sessions.Demo("seed", Symbols, realism: Sessions.Latency(5, 5))),
        (2, Sessions.Demo("slow", Symbols, realism: Sessions.Latency(80, 40), slots: 2)),
        (30, new PauseSession("seed")),

        // Often enough to meet a position, whatever the seed makes of the first two pumps.
        .. Enumerable.Range(8, 20).Select(i => (2.0 * i, (Command)new ClosePosition("quick", Instrument: i % 2, Quantity: null))),
        (32, new ClosePosition("slow", Instrument: 1, Quantity: 0.5m)),
        (55, new ResumeSession("seed")),
        (80, new ClosePosition("nobody", Instrument: 0, Quantity: null)),
        (110, new StopSession("quick", ClosePositions: true)),
        (115, new ReleaseSession("quick")),
        (115, Sessions.Demo("quick again", Symbols, realism: Sessions.Latency(0, 5))),
        (140, new StopSession("seed", ClosePositions: false)),
        (150, new StopSession("slow", ClosePositions: true)),
    ];

    [Theory]
    [InlineData(1, 8, "adaptive")]
    [InlineData(2, 64, "adaptive")]
    [InlineData(3, 1 << 14, "adaptive")]
    [InlineData(4, 2, "blocking")]
    [InlineData(5, 256, "blocking")]
    public async Task Outputs_are_the_same_to_the_last_digit(int seed, int slots, string waits)
    {
        var recording = new Recording
        {
            Seed = (ulong)seed,
            Symbols = Symbols,
            HistoryMinutes = 16,
            LiveMinutes = 3,
            ShockIntervalSeconds = 30,
            Commands = SeveralSessions,
        };
        var expected = Inline.Play(recording);

        var actual = await Threaded.PlayAsync(
            recording, Rings(slots), new StumblingWaits(WaitStrategies.Parse(waits), seed));

        Assert.Equal(expected.Select(OutputText.Of), actual.Select(OutputText.Of));
        AssertMuchHappened(expected);
    }

    [Fact]
    public async Task Without_latency_and_with_a_tiny_ring_the_stages_run_in_lock_step_and_do_not_stop()
    {
        var recording = new Recording
        {
            Seed = 11,
            Symbols = Symbols,
            HistoryMinutes = 16,
            LiveMinutes = 2,
            Commands = [(1, Sessions.Demo("a", Symbols, AtOnce)), (1, Sessions.Demo("b", Symbols, AtOnce))],
        };
        var expected = Inline.Play(recording);

        var actual = await Threaded.PlayAsync(recording, Rings(1), WaitStrategies.ForThisMachine());

        Assert.Equal(expected.Select(OutputText.Of), actual.Select(OutputText.Of));
        Assert.Contains(expected, output => output is FillMade);
    }

    private static EngineOptions Rings(int slots) =>
        new() { RingSlots = slots, IngressSlots = slots, DrainTimeout = TimeSpan.FromMinutes(1) };

    // Two empty lists are equal as well: there must have been something to disagree about.
    private static void AssertMuchHappened(List<Output> outputs)
    {
        foreach (var session in new[] { "quick", "seed", "slow" })
            Assert.Contains(outputs, output => output is FillMade && output.SessionId == session);
        Assert.Contains(outputs, output => output is RoundTripClosed);
        Assert.Contains(outputs, output => output is CommandAnswered { Result.IsDone: false, SessionId: "nobody" });
        Assert.Contains(outputs, output => output is CommandAnswered { Result.OrderId: not null });
    }
}
