using Draizer.Domain.Outputs;
using Draizer.Trading.Engine;

namespace Draizer.Trading.Strategies;

/// <summary>Work on behalf of one session, given what it needs so that nothing is captured.</summary>
internal delegate void SessionWork<in T>(T target, in Step step);

/// <summary>Keeps one session's error from the others: it is told, that session is not evaluated any more, and execution ends it.</summary>
internal static class SessionIsolation
{
    private const string ErrorCode = "strategy_error";

    public static void Run<T>(in Step step, StrategySession session, T target, SessionWork<T> work)
    {
        if (session.HasFailed)
            return;

        try
        {
            work(target, step);
        }
        catch (Exception exception)
        {
            session.Fail();
            Report(step, session.Id, exception);
        }
    }

    public static void Report(in Step step, string sessionId, Exception exception)
    {
        step.Write(new AlertRaised(
            step.Stamp, sessionId, AlertSeverity.Critical, ErrorCode,
            $"The session's strategies were stopped by an error: {exception.Message}", Instrument: null));
        step.Send(new Intent
        {
            Kind = IntentKind.FailSession,
            SessionId = sessionId,
            Strategy = "",
            Instrument = 0,
            TimeUs = step.NowUs,
            Origin = ErrorCode,
        });
    }
}
