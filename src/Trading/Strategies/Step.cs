using Draizer.Domain.Identity;
using Draizer.Domain.Outputs;
using Draizer.Trading.Engine;

namespace Draizer.Trading.Strategies;

/// <summary>One moment of core time at which machines are evaluated, and the event that carries what comes of it.</summary>
internal readonly ref struct Step
{
    private readonly ref EngineEvent _event;
    private readonly SignalIds _ids;

    public Step(ref EngineEvent engineEvent, long nowUs, long number, SignalIds ids)
    {
        _event = ref engineEvent;
        _ids = ids;
        NowUs = nowUs;
        Number = number;
    }

    public long NowUs { get; }

    /// <summary>Tells steps at the same time apart.</summary>
    public long Number { get; }

    public Stamp Stamp => _event.NextStamp(NowUs);

    public EntityId NewId() => _ids.Next(_event.Sequence);

    public void Write(Output output) => _event.Outputs.Add(output);

    public void Send(Intent intent) => _event.Intents.Add(intent);
}
