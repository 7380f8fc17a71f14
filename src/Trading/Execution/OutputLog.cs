using Draizer.Domain.Identity;
using Draizer.Domain.Outputs;
using Draizer.Trading.Engine;

namespace Draizer.Trading.Execution;

/// <summary>
/// Collects the outputs of one event, and numbers them and the ids made in it. Both counts start above those of the strategy stage,
/// which may be at work on the same event.
/// </summary>
public sealed class OutputLog
{
    // The strategy stage numbers its outputs from 0 without a bound, so this is far above what a thousand sessions write in one event.
    private const int FirstOutput = 1_000_000;

    // Its ids leave out everything from here upwards, which keeps the text of an order's id short.
    private const int FirstId = 1_000;

    private readonly List<Output> _collected = [];
    private long _epochMs;
    private long _sequence;
    private int _nextOutput;
    private int _nextId;

    public void Boot(long timeUs) => _epochMs = timeUs / 1_000;

    public void Begin(long sequence)
    {
        _sequence = sequence;
        _nextOutput = FirstOutput;
        _nextId = FirstId;
    }

    public Stamp Stamp(long timeUs) => new(timeUs, _sequence, _nextOutput++);
    public EntityId NewId() => new(_epochMs, _sequence, _nextId++);
    public void Add(Output output) => _collected.Add(output);

    /// <summary>Moves what was collected into the event.</summary>
    public void DrainInto(ref EngineEvent engineEvent)
    {
        foreach (var output in _collected)
            engineEvent.ExecutionOutputs.Add(output);

        _collected.Clear();
    }
}
