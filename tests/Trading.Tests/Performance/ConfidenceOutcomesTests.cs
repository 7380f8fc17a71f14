using Draizer.Trading.Performance;
using static Draizer.Trading.Tests.Performance.RoundTrips;

namespace Draizer.Trading.Tests.Performance;

public sealed class ConfidenceOutcomesTests
{
    [Fact]
    public void Of_TradesWithSignals_CountsThemByTenthsOfConfidence()
    {
        var outcomes = ConfidenceOutcomes.Of(
        [
            Trip(1m, confidence: 0.5), Trip(-1m, confidence: 0.55), Trip(1m, confidence: 0.599), Trip(0m, confidence: 0.51),
            Trip(1m, confidence: 0.6), Trip(1m, confidence: 1.0), Trip(1m, confidence: null),
        ]);

        Assert.Equal(10, outcomes.Count);
        Assert.Equal((0.5, 0.6, 4, 2, 50m), (outcomes[5].From, outcomes[5].To, outcomes[5].Trades, outcomes[5].Wins, outcomes[5].WinRate));
        Assert.Equal((1, 100m), (outcomes[6].Trades, outcomes[6].WinRate));
        Assert.Equal((0.9, 1.0, 1), (outcomes[9].From, outcomes[9].To, outcomes[9].Trades));
        Assert.Null(outcomes[0].WinRate);
    }
}
