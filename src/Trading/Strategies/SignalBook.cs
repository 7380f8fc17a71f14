using Draizer.Domain.Identity;
using Draizer.Domain.Markets;
using Draizer.Domain.Outputs;
using Draizer.Domain.Signals;

namespace Draizer.Trading.Strategies;

/// <summary>The signals of one machine: raises them as rows and writes each again when its fate is known.</summary>
internal sealed class SignalBook(string sessionId, string strategy, Instrument instrument)
{
    private SignalSnapshot? _detection;
    private SignalSnapshot? _entry;
    private SignalSnapshot? _exit;

    public EntityId? EpisodeId => _detection?.SignalId;
    public EntityId? EntryId => _entry?.SignalId;
    public EntityId? ExitId => _exit?.SignalId;
    public long? DetectedUs => _detection?.RaisedUs;
    public double? DetectionConfidence => _detection?.Confidence;

    public EntityId Raise(
        in Step step, Section section, SignalAction action, double price, double confidence, IReadOnlyList<IndicatorReading> values,
        SignalStatus status = SignalStatus.Pending, string? reason = null)
    {
        var id = step.NewId();
        var signal = new SignalSnapshot
        {
            SignalId = id,
            EpisodeId = section == Section.S1 ? id : EpisodeId ?? id,
            Strategy = strategy,
            Instrument = instrument,
            Section = section,
            Action = action,
            Price = price,
            Confidence = confidence,
            Values = values,
            Status = status,
            Reason = reason,
            RaisedUs = step.NowUs,
        };
        step.Write(new SignalChanged(step.Stamp, sessionId, signal));

        if (status == SignalStatus.Pending)
            Slot(section) = signal;
        return id;
    }

    /// <summary>Writes what became of a pending signal; one that is not pending any more stays as it is.</summary>
    public void Settle(in Step step, Section section, SignalStatus status, string? reason = null, EntityId? orderId = null)
    {
        ref var signal = ref Slot(section);
        if (signal is not { Status: SignalStatus.Pending })
            return;

        signal = signal with { Status = status, Reason = reason, OrderId = orderId };
        step.Write(new SignalChanged(step.Stamp, sessionId, signal));
    }

    /// <summary>The episode is over: what it raised is settled and forgotten.</summary>
    public void Clear() => _detection = _entry = _exit = null;

    private ref SignalSnapshot? Slot(Section section)
    {
        switch (section)
        {
            case Section.S1:
                return ref _detection;
            case Section.Z1:
                return ref _entry;
            case Section.ZE1 or Section.E1:
                return ref _exit;
            default:
                throw new ArgumentOutOfRangeException(nameof(section), section, "Its fate is known when it is raised.");
        }
    }
}
