using Draizer.Domain.Outputs;
using Draizer.Pipeline.Engine;
using Draizer.Pipeline.Ring;
using Draizer.Trading.Engine;
using Draizer.Trading.Ports;

namespace Draizer.Simulation.Tests.Playing;

/// <summary>Plays a recording through the threaded engine.</summary>
internal static class Threaded
{
    public static async Task<List<Output>> PlayAsync(Recording recording, EngineOptions options, IWaitStrategy waits)
    {
        var errors = new ReportAndGoOn((stage, sequence, e) => throw new InvalidOperationException($"{stage} failed at {sequence}.", e));
        var listener = new Listener();
        var engine = new TradingEngine(recording.Catalogue, options, errors, TimeProvider.System, waits);
        await using (engine)
        {
            engine.Attach(listener);
            engine.Start();
            foreach (var input in recording.Inputs())
                Feed(engine, input);
        }

        Assert.Equal(0, engine.Status().FailedEvents);
        Assert.Equal(0, engine.Status().RingDepth);
        return listener.Outputs;
    }

    private static void Feed(TradingEngine engine, in Input input)
    {
        if (input.Kind == InputKind.Boot)
            engine.ReplayBoot(input.TimeUs);
        else if (input.Command is { } command)
            _ = engine.Replay(command, input.TimeUs);
        else if (input.IsHistory)
            engine.FeedHistory(input.Market, input.TimeUs, isStored: false);
        else
            engine.Replay(input.Market, input.TimeUs);
    }

    private sealed class Listener : IEngineListener
    {
        public List<Output> Outputs { get; } = [];

        public void OnOutput(Output output) => Outputs.Add(output);

        public void OnTicks(ReadOnlySpan<TickRow> ticks)
        {
        }
    }
}
