using Draizer.Domain.Identity;
using Draizer.Domain.Orders;
using Draizer.Domain.Outputs;
using Draizer.Domain.Positions;
using Draizer.Domain.Sessions;
using Draizer.Domain.Signals;
using Draizer.Domain.Strategies;

namespace Draizer.Grains.Tests.Fakes;

/// <summary>Says things as the core would.</summary>
internal sealed class Script(Scene scene, string sessionId)
{
    private long _sequence;

    public static EntityId IdOf(int ordinal) => new(1, 1, ordinal);

    public void Status(SessionStatus status, string? reason = null) => Say(new SessionStatusChanged(Stamp(), sessionId, status, reason));

    public OrderSnapshot Order(int id, OrderStatus status, string? reason = null)
    {
        var order = new OrderSnapshot
        {
            OrderId = IdOf(id),
            Instrument = Scene.Btc,
            Action = OrderAction.Short,
            Type = OrderType.Market,
            Quantity = 0.01m,
            Status = status,
            Origin = "Z1",
            Reason = reason,
            CreatedUs = 1_000 + id,
            UpdatedUs = scene.Time.NowUs,
        };
        Say(new OrderChanged(Stamp(), sessionId, order));
        return order;
    }

    public PositionSnapshot Position(PositionChange change, int id = 1, decimal unrealized = 0)
    {
        var position = PositionAt(id, unrealized, isOpen: change != PositionChange.Closed);
        Say(new PositionChanged(Stamp(), sessionId, change, position));
        return position;
    }

    public void Mark(decimal unrealized, int id = 1) => Say(new PositionMarked(Stamp(), sessionId, PositionAt(id, unrealized, isOpen: true)));

    public void Balance(decimal wallet, decimal margin = 0, decimal realized = 0, decimal fees = 0) =>
        Say(new BalanceChanged(Stamp(), sessionId, Money(wallet, margin, realized, fees)));

    public void Sample(decimal equity) => Say(new EquitySampled(Stamp(), sessionId, Money(equity, 0, 0, 0)));

    public RoundTrip Trip(decimal realized, decimal fees = 0, int id = 1)
    {
        var trip = new RoundTrip
        {
            PositionId = IdOf(id),
            Instrument = Scene.Btc,
            Side = PositionSide.Short,
            Quantity = 0.01m,
            EntryPrice = 67_000,
            ExitPrice = 66_900,
            RealizedPnl = realized,
            Fees = fees,
            Funding = 0,
            OpenedUs = scene.Time.NowUs - 10_000_000,
            ClosedUs = scene.Time.NowUs,
            CloseReason = CloseReason.Strategy,
            Strategy = "fade",
            SignalConfidence = 0.85,
        };
        Say(new RoundTripClosed(Stamp(), sessionId, trip));
        return trip;
    }

    public SignalSnapshot Signal(int id, Section section, SignalStatus status, string? reason = null)
    {
        var signal = new SignalSnapshot
        {
            SignalId = IdOf(id),
            EpisodeId = IdOf(id),
            Strategy = "fade",
            Instrument = Scene.Btc,
            Section = section,
            Action = SignalAction.Short,
            Price = 67_000,
            Confidence = 0.8,
            Values = [new IndicatorReading("pump_magnitude_pct", 9.1)],
            Status = status,
            Reason = reason,
            RaisedUs = 1_000 + id,
        };
        Say(new SignalChanged(Stamp(), sessionId, signal));
        return signal;
    }

    public void Step(StrategyState from, StrategyState to, string trigger, long? cooldownUntilUs = null) => Say(new StrategyTransitioned(
        Stamp(), sessionId, "fade", Scene.Btc, from, to, trigger, [], EpisodeId: null, SignalId: null, OrderId: null, Reason: null,
        cooldownUntilUs));

    public void Alert(string code) =>
        Say(new AlertRaised(Stamp(), sessionId, AlertSeverity.Warning, code, "Look here.", Scene.Btc));

    private void Say(Output output) => scene.Host.Deliver(output);

    private Stamp Stamp() => new(scene.Time.NowUs, ++_sequence, 0);

    private static BalanceSnapshot Money(decimal wallet, decimal margin, decimal realized, decimal fees) =>
        new("USDT", wallet, wallet - margin, margin, 0, 0, realized, fees, 0);

    private PositionSnapshot PositionAt(int id, decimal unrealized, bool isOpen) => new()
    {
        PositionId = IdOf(id),
        Instrument = Scene.Btc,
        Side = PositionSide.Short,
        IsOpen = isOpen,
        Quantity = isOpen ? 0.01m : 0,
        EntryPrice = 67_000,
        CurrentPrice = 67_000 - (unrealized / 0.01m),
        Margin = isOpen ? 200 : 0,
        Leverage = 3.35m,
        UnrealizedPnl = isOpen ? unrealized : 0,
        UnrealizedPnlPct = unrealized / 2,
        Strategy = "fade",
        CloseReason = isOpen ? CloseReason.None : CloseReason.Strategy,
        OpenedUs = scene.Time.NowUs,
        UpdatedUs = scene.Time.NowUs,
        ClosedUs = isOpen ? null : scene.Time.NowUs,
    };
}
