using Draizer.Domain.Markets;
using Draizer.Domain.Positions;

namespace Draizer.Trading.Performance;

/// <summary>A round trip that stands out.</summary>
public sealed record TradeExtreme(Instrument Instrument, PositionSide Side, decimal NetPnl);

/// <summary>What the round trips of a session came to, costs included.</summary>
public sealed record RoundTripStatistics
{
    public required int Trades { get; init; }
    public required int Wins { get; init; }
    public required int Losses { get; init; }

    /// <summary>Share of wins in percent; null without trades.</summary>
    public required decimal? WinRate { get; init; }

    /// <summary>What was won for each unit lost; null without losses.</summary>
    public required decimal? ProfitFactor { get; init; }

    public required decimal? AverageWin { get; init; }

    /// <summary>Negative; null without losses.</summary>
    public required decimal? AverageLoss { get; init; }

    /// <summary>Net result of the average trade; null without trades.</summary>
    public required decimal? Expectancy { get; init; }

    public required decimal NetPnl { get; init; }

    /// <summary>Before fees and funding.</summary>
    public required decimal RealizedPnl { get; init; }

    public required decimal Commission { get; init; }

    /// <summary>Paid; negative when received.</summary>
    public required decimal Funding { get; init; }

    /// <summary>Null without trades.</summary>
    public required double? AverageDurationSeconds { get; init; }

    /// <summary>The best net result, even where it is a loss; the earlier of equals.</summary>
    public required TradeExtreme? Best { get; init; }

    /// <summary>The worst net result, even where it is a win; the earlier of equals.</summary>
    public required TradeExtreme? Worst { get; init; }

    public static RoundTripStatistics Of(IReadOnlyList<RoundTrip> trips)
    {
        var (wins, losses) = (0, 0);
        var (won, lost, realized, commission, funding, seconds) = (0m, 0m, 0m, 0m, 0m, 0.0);
        RoundTrip? best = null;
        RoundTrip? worst = null;

        foreach (var trip in trips)
        {
            var net = trip.NetPnl;
            if (net > 0)
            {
                wins++;
                won += net;
            }
            else if (net < 0)
            {
                losses++;
                lost += net;
            }

            realized += trip.RealizedPnl;
            commission += trip.Fees;
            funding += trip.Funding;
            seconds += (trip.ClosedUs - trip.OpenedUs) / 1e6;
            best = best is null || net > best.NetPnl ? trip : best;
            worst = worst is null || net < worst.NetPnl ? trip : worst;
        }

        var trades = trips.Count;
        return new RoundTripStatistics
        {
            Trades = trades,
            Wins = wins,
            Losses = losses,
            WinRate = trades == 0 ? null : 100m * wins / trades,
            ProfitFactor = losses == 0 ? null : won / -lost,
            AverageWin = wins == 0 ? null : won / wins,
            AverageLoss = losses == 0 ? null : lost / losses,
            Expectancy = trades == 0 ? null : (won + lost) / trades,
            NetPnl = won + lost,
            RealizedPnl = realized,
            Commission = commission,
            Funding = funding,
            AverageDurationSeconds = trades == 0 ? null : seconds / trades,
            Best = ExtremeOf(best),
            Worst = ExtremeOf(worst),
        };
    }

    private static TradeExtreme? ExtremeOf(RoundTrip? trip) =>
        trip is null ? null : new TradeExtreme(trip.Instrument, trip.Side, trip.NetPnl);
}
