using Draizer.Trading.Performance;
using Draizer.Trading.Ports;

namespace Draizer.Grains.Performance;

/// <summary>
/// What a session came to, over all of its life or a window of it. <c>TotalPnl</c> is what equity gained; <c>RealizedPnl</c> is before
/// fees and funding, which are told apart.
/// </summary>
public sealed record PerformanceView
{
    public required TimeSpan? Window { get; init; }

    /// <summary>Equity at the start of the window; what percentages are of.</summary>
    public required decimal InitialEquity { get; init; }

    public required decimal TotalPnl { get; init; }

    /// <summary>Null when it started with nothing.</summary>
    public required decimal? TotalPnlPct { get; init; }

    public required decimal RealizedPnl { get; init; }
    public required decimal UnrealizedPnl { get; init; }
    public required decimal Commission { get; init; }
    public required decimal Funding { get; init; }
    public required RoundTripStatistics Trades { get; init; }

    /// <summary>From the samples; the drawdown takes the newest point in as well.</summary>
    public required EquityStatistics Equity { get; init; }

    /// <summary>Whether signals that were surer of themselves did better.</summary>
    public required IReadOnlyList<ConfidenceOutcome> Confidence { get; init; }

    /// <summary>Equity as it is now.</summary>
    public required EquityPoint EquityPoint { get; init; }

    /// <summary>For a chart: at most 1,000 points, oldest first, the newest of all at the end. Empty in <c>performance_updated</c>.</summary>
    public required IReadOnlyList<EquityPoint> Curve { get; init; }
}
