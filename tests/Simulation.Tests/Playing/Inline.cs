using Draizer.Domain.Outputs;
using Draizer.Pipeline.Engine;
using Draizer.Trading.Engine;

namespace Draizer.Simulation.Tests.Playing;

/// <summary>Plays a recording on the caller's thread.</summary>
internal static class Inline
{
    public static void Play(Recording recording, Action<Output> onOutput)
    {
        var engine = new InlineEngine(recording.Catalogue) { Output = onOutput };
        foreach (var input in recording.Inputs())
            Feed(engine, input);
    }

    public static List<Output> Play(Recording recording)
    {
        var outputs = new List<Output>();
        Play(recording, outputs.Add);
        return outputs;
    }

    public static void Feed(InlineEngine engine, in Input input)
    {
        if (input.Kind == InputKind.Boot)
            engine.Boot(input.TimeUs);
        else if (input.Command is { } command)
            engine.Submit(command, input.TimeUs);
        else if (input.IsHistory)
            engine.History(input.Market, input.TimeUs);
        else
            engine.Market(input.Market, input.TimeUs);
    }
}
