using Draizer.Domain.Commands;
using Draizer.Domain.Markets;
using Draizer.Domain.Sessions;
using Draizer.Trading.Engine;

namespace Draizer.Trading.Strategies;

/// <summary>
/// The second stage: runs every session's strategies over each event, after the reports and the ticks of the clock that were due
/// before it. Owned by one thread.
/// </summary>
public sealed class StrategyStage
{
    private readonly InstrumentCatalogue _catalogue;
    private readonly StrategyStageOptions _options;
    private readonly ReportBuffer _reports;
    private readonly SignalIds _ids = new();
    private readonly DueClock _clock = new();
    private readonly SessionRoster _sessions;
    private readonly double[] _lastPrices;

    private long _nowUs;
    private long _lastTickUs;
    private long _stepNumber;

    public StrategyStage(InstrumentCatalogue catalogue, IReportSource reports, StrategyStageOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MaxIntentsPerEvent, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MaxIntentsPerSecond, 1, nameof(options));

        _catalogue = catalogue;
        _options = options;
        _reports = new ReportBuffer(reports);
        _sessions = new SessionRoster(catalogue.Count);
        _lastPrices = new double[catalogue.Count];
        Array.Fill(_lastPrices, double.NaN);
    }

    public void Process(ref EngineEvent e)
    {
        if (e.Kind == InputKind.Market && e.IsHistory)
        {
            // The past neither trades nor lets anything come due; what is due waits for the first event of the present.
            Arrive(e.TimeUs);
            See(ref e);
            return;
        }

        Advance(ref e);
        switch (e.Kind)
        {
            case InputKind.Boot:
                _ids.Boot(e.TimeUs);
                break;
            case InputKind.Market:
                See(ref e);
                Trade(ref e);
                break;
            case InputKind.Command:
                Obey(ref e);
                break;
        }
    }

    /// <summary>Handles what is due up to the event, in the order of time; of what is due together, reports come before the tick.</summary>
    private void Advance(ref EngineEvent e)
    {
        _reports.Fill();
        while (true)
        {
            var reportUs = Math.Max(_reports.NextDueUs, _nowUs);
            var tickUs = NextTickUs();
            if (Math.Min(reportUs, tickUs) > e.TimeUs)
                break;

            if (reportUs <= tickUs)
            {
                _nowUs = reportUs;
                Deliver(ref e, _reports.Take());
            }
            else
            {
                _nowUs = _lastTickUs = tickUs;
                Tick(ref e);
            }
        }

        Arrive(e.TimeUs);
    }

    /// <summary>The next whole second at which something is due; the seconds before it may be passed over.</summary>
    private long NextTickUs() =>
        _clock.NextUs == long.MaxValue
            ? long.MaxValue
            : Math.Max(WholeSeconds.Ceiling(Math.Max(_clock.NextUs, _nowUs)), _lastTickUs + WholeSeconds.SecondUs);

    private void Arrive(long timeUs)
    {
        _nowUs = Math.Max(_nowUs, timeUs);
        _lastTickUs = Math.Max(_lastTickUs, WholeSeconds.Floor(_nowUs));
    }

    private void Tick(ref EngineEvent e)
    {
        var step = NextStep(ref e);
        _clock.Clear();
        foreach (var session in _sessions.All)
            SessionIsolation.Run(step, session, session, static (StrategySession target, in Step now) => target.EvaluateDue(now));

        foreach (var session in _sessions.All)
        {
            if (!session.HasFailed)
                session.AskClock();
        }
    }

    private void Deliver(ref EngineEvent e, Report report)
    {
        if (_sessions.Find(report.SessionId) is not { } session || session.Find(report.Strategy, report.Instrument) is not { } machine)
            return;

        SessionIsolation.Run(
            NextStep(ref e), session, (machine, report),
            static ((StrategyMachine Machine, Report Report) target, in Step now) => target.Machine.Take(now, target.Report));
    }

    /// <summary>Keeps the event's price and values.</summary>
    private void See(ref EngineEvent e)
    {
        if (e.Market.Kind == MarketEventKind.Trade)
            _lastPrices[e.Market.Instrument] = e.Market.Price;

        var step = NextStep(ref e);
        foreach (var desk in _sessions.DesksOf(e.Market.Instrument))
        {
            SessionIsolation.Run(
                step, desk.Session, (desk, new ArraySegment<double>(e.Values, 0, e.ValueCount)),
                static ((InstrumentDesk Desk, ArraySegment<double> Values) target, in Step _) => target.Desk.Capture(target.Values));
        }
    }

    private void Trade(ref EngineEvent e)
    {
        var step = NextStep(ref e);
        foreach (var desk in _sessions.DesksOf(e.Market.Instrument))
            SessionIsolation.Run(step, desk.Session, desk, static (InstrumentDesk target, in Step now) => target.Evaluate(now));
    }

    private void Obey(ref EngineEvent e)
    {
        switch (e.Command)
        {
            case StartSession start:
                Start(ref e, start.Spec);
                break;
            case PauseSession when _sessions.Find(e.Command.SessionId) is { } session:
                session.Pause();
                EvaluateAll(ref e, session);
                break;
            case ResumeSession when _sessions.Find(e.Command.SessionId) is { } session:
                session.Resume();
                EvaluateAll(ref e, session);
                break;
            case StopSession stop when _sessions.Find(stop.SessionId) is { } session:
                session.Stop(stop.ClosePositions);
                EvaluateAll(ref e, session);
                break;
            case ReleaseSession release:
                _sessions.Remove(release.SessionId);
                break;
        }
    }

    private void Start(ref EngineEvent e, SessionSpec spec)
    {
        if (_sessions.Find(spec.SessionId) is not null)
            return;

        StrategySession session;
        try
        {
            session = new StrategySession(spec, e.Bindings ?? IndicatorBindings.Empty, _catalogue, _lastPrices, _clock, _options);
        }
        catch (Exception exception)
        {
            SessionIsolation.Report(NextStep(ref e), spec.SessionId, exception);
            return;
        }

        _sessions.Add(session);
        EvaluateAll(ref e, session);
    }

    private void EvaluateAll(ref EngineEvent e, StrategySession session) =>
        SessionIsolation.Run(
            NextStep(ref e), session, session, static (StrategySession target, in Step now) => target.EvaluateAll(now));

    private Step NextStep(ref EngineEvent e) => new(ref e, _nowUs, ++_stepNumber, _ids);
}
