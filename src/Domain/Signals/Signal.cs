using Draizer.Domain.Identity;
using Draizer.Domain.Markets;

namespace Draizer.Domain.Signals;

/// <summary>The five sections of a strategy: detection, cancellation, entry, close, emergency.</summary>
public enum Section : byte
{
    S1,
    O1,
    Z1,
    ZE1,
    E1,
}

/// <summary>What a signal asks for.</summary>
public enum SignalAction : byte
{
    Buy,
    Sell,
    Short,
    Cover,
    Hold,
}

/// <summary>What became of a signal.</summary>
public enum SignalStatus : byte
{
    Pending,
    Executed,
    Cancelled,
    Rejected,
    Blocked,
}

/// <summary>An indicator's value at one moment; null when it was not ready.</summary>
/// <param name="Label">The indicator with its parameters where they are not the defaults, as in <c>twap(t1=60,t2=5)</c>.</param>
public readonly record struct IndicatorReading(string Label, double? Value);

/// <summary>A signal as it stood after one change; the newest of an id is how it stands now.</summary>
public sealed record SignalSnapshot
{
    public required EntityId SignalId { get; init; }

    /// <summary>The S1 signal that this one follows; its own id for an S1.</summary>
    public required EntityId EpisodeId { get; init; }

    public required string Strategy { get; init; }
    public required Instrument Instrument { get; init; }
    public required Section Section { get; init; }
    public required SignalAction Action { get; init; }
    public required double Price { get; init; }

    /// <summary>0 to 1.</summary>
    public required double Confidence { get; init; }

    public required IReadOnlyList<IndicatorReading> Values { get; init; }
    public required SignalStatus Status { get; init; }
    public string? Reason { get; init; }
    public EntityId? OrderId { get; init; }
    public required long RaisedUs { get; init; }
}
