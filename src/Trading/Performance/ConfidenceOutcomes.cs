using Draizer.Domain.Positions;

namespace Draizer.Trading.Performance;

/// <summary>What became of the trades whose S1 confidence lay in <c>[From, To)</c>; the last range includes 1.</summary>
public sealed record ConfidenceOutcome(double From, double To, int Trades, int Wins)
{
    /// <summary>Share of wins in percent; null without trades.</summary>
    public decimal? WinRate => Trades == 0 ? null : 100m * Wins / Trades;
}

/// <summary>Whether confident signals do better: outcomes by tenths of the S1 confidence.</summary>
public static class ConfidenceOutcomes
{
    private const int Deciles = 10;

    /// <summary>Always ten ranges. Trades without a signal are left out.</summary>
    public static IReadOnlyList<ConfidenceOutcome> Of(IReadOnlyList<RoundTrip> trips)
    {
        var trades = new int[Deciles];
        var wins = new int[Deciles];
        foreach (var trip in trips)
        {
            if (trip.SignalConfidence is not { } confidence)
                continue;

            var decile = Math.Clamp((int)(confidence * Deciles), 0, Deciles - 1);
            trades[decile]++;
            if (trip.NetPnl > 0)
                wins[decile]++;
        }

        var outcomes = new ConfidenceOutcome[Deciles];
        for (var i = 0; i < Deciles; i++)
            outcomes[i] = new ConfidenceOutcome(i / (double)Deciles, (i + 1) / (double)Deciles, trades[i], wins[i]);
        return outcomes;
    }
}
