using System.Text.Json.Serialization;
using Draizer.Api.Market;
using Draizer.Api.Orders;
using Draizer.Api.Positions;
using Draizer.Api.Sessions;
using Draizer.Api.Signals;
using Draizer.Api.Strategies;
using Draizer.Domain.Positions;
using Draizer.Grains.Sessions;

namespace Draizer.Api.Live;

/// <summary>What a subscriber starts with.</summary>
public sealed record SnapshotBody(IReadOnlyList<SessionSnapshotBody> Sessions, IReadOnlyList<TickBody> Ticks, IReadOnlyList<string> Missing)
    : IJsonOnSerialized
{
    /// <summary>Called when the answer is in the connection's buffer: whatever is sent from now on follows it.</summary>
    [JsonIgnore]
    public Action? Written { get; init; }

    void IJsonOnSerialized.OnSerialized() => Written?.Invoke();
}

/// <summary>A session with all that its events change; those that follow have sequences after its own.</summary>
public sealed record SessionSnapshotBody(
    SessionBody Session, long Sequence, IReadOnlyList<PositionBody> Positions, IReadOnlyList<OrderBody> Orders,
    IReadOnlyList<SignalBody> Signals, IReadOnlyList<StrategyStateBody> StrategyStates, BalanceBody Balance)
{
    public static SessionSnapshotBody Of(SessionSnapshot snapshot)
    {
        var id = snapshot.Session.SessionId;
        return new SessionSnapshotBody(
            SessionBody.Of(snapshot.Session), snapshot.Sequence,
            [.. snapshot.Positions.Select(p => PositionBody.Of(id, p))],
            [.. snapshot.Orders.Select(o => OrderBody.Of(id, o))],
            [.. snapshot.Signals.Select(s => SignalBody.Of(id, s))],
            [.. snapshot.StrategyStates.Select(s => StrategyStateBody.Of(id, s))],
            BalanceBody.Of(snapshot.Balance));
    }
}

/// <summary>The money of a session.</summary>
public sealed record BalanceBody(
    string Asset, decimal Wallet, decimal Available, decimal Margin, decimal Reserved, decimal Equity, decimal UnrealizedPnl,
    decimal RealizedPnl, decimal Fees, decimal Funding)
{
    public static BalanceBody Of(BalanceSnapshot b) => new(
        b.Asset, b.Wallet, b.Available, b.Margin, b.Reserved, b.Equity, b.UnrealizedPnl, b.RealizedPnl, b.Fees, b.Funding);
}

/// <summary>Something a trader must know.</summary>
public sealed record AlertBody(string Severity, string Code, string Message, string? Venue, string? Symbol);
