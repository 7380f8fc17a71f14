using Draizer.Api.Orders;
using Draizer.Api.Performance;
using Draizer.Api.Positions;
using Draizer.Api.Sessions;
using Draizer.Api.Signals;
using Draizer.Api.Strategies;
using Draizer.Api.Wire;
using Draizer.Domain.Orders;
using Draizer.Domain.Outputs;
using Draizer.Domain.Positions;
using Draizer.Domain.Signals;
using Draizer.Grains.Events;
using Draizer.Grains.Performance;
using Draizer.Grains.Sessions;
using Draizer.Grains.Strategies;

namespace Draizer.Api.Live;

/// <summary>Turns what sessions tell into what clients read.</summary>
public static class EventBodies
{
    public static object Of(SessionEvent e) => e.Data switch
    {
        OrderSnapshot order => OrderBody.Of(e.SessionId, order),
        PositionSnapshot position => PositionBody.Of(e.SessionId, position),
        SignalSnapshot signal => SignalBody.Of(e.SessionId, signal),
        SessionView session => SessionBody.Of(session),
        BalanceSnapshot balance => BalanceBody.Of(balance),
        PerformanceView performance => PerformanceBody.UpdateOf(e.SessionId, performance),
        StrategyGroupsView groups => StrategyGroupsBody.Of(groups),
        StrategyTransitioned t => new StateChangeBody(
            t.Strategy, t.Instrument.Venue, t.Instrument.Symbol, Words.Of(t.From), Words.Of(t.To), t.Trigger, t.Reason),
        AlertRaised a => new AlertBody(Words.LowerOf(a.Severity), a.Code, a.Message, a.Instrument?.Venue, a.Instrument?.Symbol),
        _ => throw new InvalidOperationException($"{e.Name} carries a {e.Data.GetType().Name}, which has no body."),
    };
}
