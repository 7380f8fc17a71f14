using Draizer.Domain.Positions;
using Draizer.Domain.Sessions;
using Draizer.Trading.Ports;

namespace Draizer.Grains.Tests.Fakes;

/// <summary>Sessions as an earlier process left them.</summary>
internal static class Records
{
    public static SessionRecord Of(string id, SessionStatus status) => new()
    {
        SessionId = id,
        Name = id,
        SessionType = "paper",
        Instruments = ["sim:BTC_USDT", "gone:OLD_USDT"],
        Strategies = new Dictionary<string, string> { ["fade"] = "{}" },
        InitialBalance = 1_000,
        WarmUpSeconds = 0,
        Realism = RealismProfile.Seed,
        RiskLimits = new RiskLimits(),
        MaxConcurrentSignals = 3,
        Status = status,
        Balance = new BalanceSnapshot("USDT", 1_040, 840, 200, 0, -20, 50, 10, 0),
        PeakEquity = 1_050,
        MaxDrawdownPct = 2,
        Signals = 7,
        Orders = 6,
        Trades = 3,
        Wins = 2,
        Losses = 1,
        OpenPositions = 1,
        CreatedUs = 1_000_000,
        StoppedUs = status is SessionStatus.Stopped or SessionStatus.Error ? 90_000_000 : null,
        UpdatedUs = 90_000_000,
    };
}
