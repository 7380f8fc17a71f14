using Draizer.Domain.Commands;
using Draizer.Domain.Markets;
using Draizer.Domain.Outputs;

namespace Draizer.Trading.Engine;

/// <summary>What kind of input an event carries.</summary>
public enum InputKind : byte
{
    None,

    /// <summary>The first input that is not history; its time in milliseconds is the boot epoch that ids are made of.</summary>
    Boot,
    Market,
    Command,

    /// <summary>Time passed and nothing else happened.</summary>
    Clock,
}

/// <summary>
/// One input on its way through the stages, with what each stage adds for those behind it. It is a slot of the ring: reused, so
/// nothing may keep a reference to its arrays. Values here belong to this event, however far the earlier stages have run ahead.
/// </summary>
public struct EngineEvent
{
    /// <summary>Place in the one sequence of all inputs.</summary>
    public long Sequence;

    /// <summary>Core time: arrival at the sequencer, never going back.</summary>
    public long TimeUs;

    public MarketEvent Market;

    /// <summary>Number by which the sender of a command knows its answer.</summary>
    public long CorrelationId;

    /// <summary>Monotonic clock reading at ingest, for latency figures; no stage of the core looks at it.</summary>
    public long IngestTimestamp;

    public Command? Command;

    /// <summary>What the indicator stage bound for a <see cref="StartSession"/>; the strategy stage keeps it.</summary>
    public IndicatorBindings? Bindings;

    /// <summary>
    /// Values of the instrument's indicator variants after this event, NaN where not ready. Only the first <see cref="ValueCount"/> count.
    /// </summary>
    public double[] Values;

    public int ValueCount;

    public InputKind Kind;

    /// <summary>Recorded or generated past, fed at start to warm the indicators; nothing trades on it.</summary>
    public bool IsHistory;

    /// <summary>It came from the store, so it is not stored again.</summary>
    public bool IsStored;

    /// <summary>From the strategy stage to the execution stage.</summary>
    public Batch<Intent> Intents;

    /// <summary>From the strategy stage to the outside.</summary>
    public Batch<Output> Outputs;

    /// <summary>
    /// From the execution stage to the outside. Apart from <see cref="Outputs"/>, because execution brings its clock up to this event
    /// while the strategy stage may still be at work on it.
    /// </summary>
    public Batch<Output> ExecutionOutputs;

    /// <summary>How many of <see cref="ExecutionOutputs"/> came of time passing, before the strategy stage saw the event.</summary>
    public int OutputsBeforeStrategy;

    /// <summary>How far the stages were behind when this input was sequenced; recorded with it, so that a replay decides the same.</summary>
    public long LagUs;

    /// <summary>Makes the slot ready for its next input, keeping its arrays.</summary>
    public void Reset()
    {
        Kind = InputKind.None;
        IsHistory = false;
        IsStored = false;
        Command = null;
        CorrelationId = 0;
        Bindings = null;
        ValueCount = 0;
        Values ??= [];
        Intents.Clear();
        Outputs.Clear();
        ExecutionOutputs.Clear();
        OutputsBeforeStrategy = 0;
        LagUs = 0;
    }

    /// <summary>The stamp of the strategy stage's next output of this event, for a change at <paramref name="timeUs"/>.</summary>
    public readonly Stamp NextStamp(long timeUs) => new(timeUs, Sequence, Outputs.Count);
}
