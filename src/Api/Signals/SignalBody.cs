using Draizer.Api.Wire;
using Draizer.Domain.Signals;

namespace Draizer.Api.Signals;

/// <summary>A signal on the wire.</summary>
public sealed record SignalBody
{
    public required string SignalId { get; init; }
    public required string EpisodeId { get; init; }
    public required string SessionId { get; init; }
    public required string StrategyName { get; init; }
    public required string Venue { get; init; }
    public required string Symbol { get; init; }
    public required string SignalType { get; init; }
    public required string Action { get; init; }
    public required double Price { get; init; }
    public required double Confidence { get; init; }
    public required IReadOnlyDictionary<string, double?> IndicatorValues { get; init; }
    public required string ExecutionStatus { get; init; }
    public string? RejectionReason { get; init; }
    public string? OrderId { get; init; }
    public required Timestamp Timestamp { get; init; }

    public static SignalBody Of(string sessionId, SignalSnapshot signal) => new()
    {
        SignalId = signal.SignalId.ToString(),
        EpisodeId = signal.EpisodeId.ToString(),
        SessionId = sessionId,
        StrategyName = signal.Strategy,
        Venue = signal.Instrument.Venue,
        Symbol = signal.Instrument.Symbol,
        SignalType = Words.Of(signal.Section),
        Action = Words.Of(signal.Action),
        Price = signal.Price,
        Confidence = signal.Confidence,
        IndicatorValues = ValuesByLabel(signal.Values),
        ExecutionStatus = Words.Of(signal.Status),
        RejectionReason = signal.Reason,
        OrderId = signal.OrderId?.ToString(),
        Timestamp = new Timestamp(signal.RaisedUs),
    };

    private static Dictionary<string, double?> ValuesByLabel(IReadOnlyList<IndicatorReading> readings)
    {
        var values = new Dictionary<string, double?>();
        foreach (var (label, value) in readings)
            values[label] = value;
        return values;
    }
}
