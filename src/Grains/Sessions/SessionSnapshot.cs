using Draizer.Domain.Orders;
using Draizer.Domain.Positions;
using Draizer.Domain.Signals;
using Draizer.Grains.Strategies;

namespace Draizer.Grains.Sessions;

/// <summary>A session at one moment, between two of its events.</summary>
/// <param name="Sequence">Of the last numbered event that is contained in it.</param>
/// <param name="Orders">The last 50, newest first.</param>
/// <param name="Signals">The last 100, newest first.</param>
public sealed record SessionSnapshot(
    SessionView Session, long Sequence, IReadOnlyList<PositionSnapshot> Positions, IReadOnlyList<OrderSnapshot> Orders,
    IReadOnlyList<SignalSnapshot> Signals, IReadOnlyList<StrategyStateView> StrategyStates, BalanceSnapshot Balance);
