using Draizer.Domain.Identity;
using Draizer.Domain.Markets;
using Draizer.Domain.Orders;
using Draizer.Domain.Outputs;
using Draizer.Domain.Positions;
using Draizer.Domain.Sessions;
using Draizer.Domain.Signals;
using Draizer.Domain.Strategies;
using Draizer.Trading.Ports;

namespace Draizer.Storage.Tests;

/// <summary>One of everything that can be stored, with every optional value set.</summary>
internal static class Samples
{
    public const long Noon = 1_767_268_800_000_000;
    public const long Second = 1_000_000;

    public static InstrumentCatalogue Catalogue { get; } = new([Instrument("BTC_USDT"), Instrument("ETH_USDT")]);
    public static Instrument Btc => Catalogue[0];
    public static Instrument Eth => Catalogue[1];

    public static Instrument Instrument(string symbol) => new()
    {
        Venue = "sim",
        Symbol = symbol,
        MarketType = MarketType.Futures,
        BaseAsset = symbol[..3],
        QuoteAsset = "USDT",
        TickSize = 0.1m,
        LotSize = 0.001m,
        MakerFeeRate = 0.0002m,
        TakerFeeRate = 0.0006m,
        MaxLeverage = 200,
    };

    public static EntityId Id(int number) => new(1_767_268_700_000, number, 0);

    public static Stamp Stamp(long timeUs, int ordinal = 0) => new(timeUs, timeUs / 10, ordinal);

    /// <summary>The order that was created <paramref name="number"/> seconds after noon, as it stood some seconds later.</summary>
    public static OrderChanged Order(
        int number, int changedAfter = 0, OrderStatus status = OrderStatus.Filled, string session = "s1", Instrument? instrument = null)
    {
        var createdUs = Noon + (number * Second);
        var updatedUs = createdUs + (changedAfter * Second);
        return new OrderChanged(Stamp(updatedUs, ordinal: number), session, new OrderSnapshot
        {
            OrderId = Id(number),
            Instrument = instrument ?? Btc,
            Action = OrderAction.Short,
            Type = OrderType.TakeProfit,
            TimeInForce = TimeInForce.PostOnly,
            Quantity = 0.007m,
            RequestedPrice = 67_010.1m,
            FilledQuantity = 0.006m,
            AveragePrice = 67_000.12345678m,
            SlippagePct = -0.0149m,
            Leverage = 3,
            Status = status,
            Origin = "Z1",
            Reason = RefusalCode.WideMarket,
            Commission = 0.28000001m,
            RealizedPnl = -1.5m,
            Strategy = "pump",
            SignalId = Id(900),
            CreatedUs = createdUs,
            UpdatedUs = updatedUs,
        });
    }

    public static SignalChanged Signal(
        int number, int changedAfter = 0, SignalStatus status = SignalStatus.Pending, string session = "s1", string strategy = "pump",
        Section section = Section.S1, Instrument? instrument = null)
    {
        var raisedUs = Noon + (number * Second);
        return new SignalChanged(Stamp(raisedUs + (changedAfter * Second), ordinal: number), session, new SignalSnapshot
        {
            SignalId = Id(number),
            EpisodeId = Id(number),
            Strategy = strategy,
            Instrument = instrument ?? Btc,
            Section = section,
            Action = SignalAction.Cover,
            Price = 67_012.3,
            Confidence = 0.83,
            Values = [new("twap(t1=60,t2=5)", 0.1 + 0.2), new("rsi", null), new("ema \"fast\" é", -1e-300)],
            Status = status,
            Reason = "signal_timeout",
            OrderId = Id(1),
            RaisedUs = raisedUs,
        });
    }

    public static RoundTripClosed RoundTrip(int number, string session = "s1", CloseReason reason = CloseReason.StopLoss)
    {
        var closedUs = Noon + (number * Second);
        return new RoundTripClosed(Stamp(closedUs), session, new RoundTrip
        {
            PositionId = Id(number),
            Instrument = Eth,
            Side = PositionSide.Short,
            Quantity = 1.25m,
            EntryPrice = 3_000.05m,
            ExitPrice = 2_990.95m,
            RealizedPnl = 11.375m,
            Fees = 0.00000001m,
            Funding = -0.5m,
            OpenedUs = closedUs - (41 * Second),
            ClosedUs = closedUs,
            CloseReason = reason,
            Strategy = "pump",
            SignalId = Id(7),
            SignalConfidence = 0.1 + 0.7,
        });
    }

    public static BalanceSnapshot Balance { get; } = new("USDT", 10_000m, 9_799.5m, 200m, 0.5m, 1.5m, 12.25m, 1.2m, -0.1m);

    public static EquitySampled Equity(int number, decimal unrealized = 1.5m, string session = "s1", int ordinal = 0) =>
        new(Stamp(Noon + (number * Second), ordinal), session, Balance with { UnrealizedPnl = unrealized });

    public static PositionChanged Position(int number, PositionChange change, string session = "s1") =>
        new(Stamp(Noon + (number * Second)), session, change, new PositionSnapshot
        {
            PositionId = Id(50),
            Instrument = Btc,
            Side = PositionSide.Long,
            IsOpen = change != PositionChange.Closed,
            Quantity = 0.007m,
            EntryPrice = 67_000.1m,
            CurrentPrice = 66_900m,
            Margin = 156.3m,
            Leverage = 3m,
            UnrealizedPnl = 0.7m,
            CloseReason = change == PositionChange.Closed ? CloseReason.TakeProfit : CloseReason.None,
            OpenedUs = Noon,
            UpdatedUs = Noon + (number * Second),
            ClosedUs = change == PositionChange.Closed ? Noon + (number * Second) : null,
        });

    /// <summary>Outputs that can be stored, and have no reader of their own.</summary>
    public static IReadOnlyList<Output> WriteOnly { get; } =
    [
        new StrategyTransitioned(
            Stamp(Noon), "s1", "pump", Btc, StrategyState.Monitoring, StrategyState.SignalDetected, "s1_met", [new("rsi", 71.5)], Id(1),
            Id(1), OrderId: null, Reason: null, CooldownUntilUs: Noon + Second),
        new FillMade(Stamp(Noon), "s1", Id(1), Btc, Side.Sell, 0.007m, 67_000.1m, 0.28m, RealizedPnl: null),
        Position(0, PositionChange.Opened),
        Position(3, PositionChange.Closed),
        new BalanceChanged(Stamp(Noon), "s1", Balance),
        new AlertRaised(Stamp(Noon), "s1", AlertSeverity.Critical, "margin", "Close to liquidation.", Btc),
        new AlertRaised(Stamp(Noon, 1), "s1", AlertSeverity.Info, "note", "About no market.", Instrument: null),
    ];

    public static SessionRecord Session(string id, int createdAfter = 0) => new()
    {
        SessionId = id,
        Name = $"session {id}",
        SessionType = "paper",
        Instruments = ["sim:BTC_USDT", "sim:ETH_USDT"],
        Strategies = new Dictionary<string, string> { ["pump"] = """{"name": "pump"}""", ["dump, \"fast\""] = "{}" },
        InitialBalance = 10_000.123456789012345678901234m,
        WarmUpSeconds = 1_800,
        Realism = RealismProfile.Realistic with { FlatFee = 0.1m },
        RiskLimits = new RiskLimits { MaxLeverage = 7 },
        MaxConcurrentSignals = 3,
        IdempotencyKey = $"key {id}",
        Status = SessionStatus.Running,
        StatusReason = "because",
        Balance = Balance,
        PeakEquity = 10_100m,
        MaxDrawdownPct = 0.4m,
        Signals = 3,
        Orders = 2,
        Trades = 4,
        Wins = 3,
        Losses = 1,
        OpenPositions = 1,
        CreatedUs = Noon + (createdAfter * Second),
        UpdatedUs = Noon + (createdAfter * Second),
    };

    public static TickRow Trade(long timeUs, double price, double quantity = 1, long? sequence = null, int instrument = 0) =>
        new(timeUs, sequence ?? timeUs, MarketEvent.Trade(instrument, timeUs - 5, price, quantity, Side.Sell));

    public static StoreBatch Batch(params Output[] outputs) => new(outputs, []);

    public static StoreBatch Batch(params TickRow[] ticks) => new([], ticks);
}
