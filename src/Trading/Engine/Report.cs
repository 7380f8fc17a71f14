using Draizer.Domain.Identity;
using Draizer.Domain.Positions;

namespace Draizer.Trading.Engine;

/// <summary>What became of a strategy's intent or position.</summary>
public enum ReportKind : byte
{
    /// <summary>The entry was refused, or ended with nothing filled.</summary>
    EntryRefused,

    /// <summary>The entry ended with something filled.</summary>
    EntryFilled,

    /// <summary>A close order was rejected; the position is still there.</summary>
    ExitRejected,

    /// <summary>The position is smaller or its margin changed, and it is still there.</summary>
    PositionChanged,

    /// <summary>The position is gone; <see cref="Report.CloseReason"/> says how.</summary>
    Flat,
}

/// <summary>
/// From the execution stage to the strategy stage. It takes effect at its due time, which is what makes the threaded and the
/// single-threaded run agree.
/// </summary>
public sealed record Report
{
    public required ReportKind Kind { get; init; }
    public required string SessionId { get; init; }
    public required string Strategy { get; init; }
    public required int Instrument { get; init; }
    public required long DueUs { get; init; }
    public EntityId? OrderId { get; init; }

    /// <summary>A refusal code, for what was refused or rejected.</summary>
    public string? Reason { get; init; }

    public CloseReason CloseReason { get; init; }

    /// <summary>Of the position after the change; 0 when flat.</summary>
    public decimal Quantity { get; init; }

    public PositionSide Side { get; init; }
    public decimal EntryPrice { get; init; }
    public decimal Margin { get; init; }
    public long OpenedUs { get; init; }
}
