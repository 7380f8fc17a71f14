using Draizer.Domain.Identity;
using Draizer.Domain.Markets;
using Draizer.Domain.Positions;

namespace Draizer.Trading.Tests.Performance;

/// <summary>Round trips of which only the outcome matters.</summary>
internal static class RoundTrips
{
    public static RoundTrip Trip(
        decimal realized, decimal fees = 0, decimal funding = 0, string symbol = "BTC_USDT", PositionSide side = PositionSide.Long,
        int seconds = 60, double? confidence = null) => new()
        {
            PositionId = new EntityId(1, 1, 1),
            Instrument = new Instrument
            {
                Venue = "sim",
                Symbol = symbol,
                MarketType = MarketType.Futures,
                BaseAsset = symbol.Split('_')[0],
                QuoteAsset = "USDT",
                TickSize = 0.1m,
                LotSize = 0.001m,
                MakerFeeRate = 0,
                TakerFeeRate = 0,
            },
            Side = side,
            Quantity = 1m,
            EntryPrice = 100m,
            ExitPrice = 100m + realized,
            RealizedPnl = realized,
            Fees = fees,
            Funding = funding,
            OpenedUs = 1_000_000,
            ClosedUs = 1_000_000 + (seconds * 1_000_000L),
            CloseReason = CloseReason.Strategy,
            SignalConfidence = confidence,
        };
}
