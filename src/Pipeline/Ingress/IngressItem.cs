using Draizer.Domain.Commands;
using Draizer.Domain.Markets;
using Draizer.Trading.Engine;

namespace Draizer.Pipeline.Ingress;

/// <summary>An input on its way to the sequencer.</summary>
public struct IngressItem
{
    public InputKind Kind;
    public MarketEvent Market;
    public Command? Command;
    public long CorrelationId;

    /// <summary>The time it happened at where that is known (history, files); 0 for what happens now.</summary>
    public long TimeUs;

    public bool IsHistory;

    /// <summary>History that came from the store and need not be stored again.</summary>
    public bool IsStored;

    public long IngestTimestamp;
}
