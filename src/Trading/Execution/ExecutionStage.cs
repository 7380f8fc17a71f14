using Draizer.Domain.Markets;
using Draizer.Trading.Engine;
using Draizer.Trading.Execution.Accounts;
using Draizer.Trading.Execution.Market;
using Draizer.Trading.Execution.Orders;
using Draizer.Trading.Execution.Paper;

namespace Draizer.Trading.Execution;

/// <summary>
/// The third stage: accounts, orders, the paper venue. For each event it is called twice: <see cref="Advance"/> before the strategy
/// stage sees the event, <see cref="Process"/> after.
/// </summary>
public sealed class ExecutionStage
{
    private readonly InstrumentMarket[] _markets;
    private readonly OutputLog _log = new();
    private readonly AccountBook _accounts = new();
    private readonly ReportDesk _reports;
    private readonly AccountFaults _faults;
    private readonly PaperVenue _venue;
    private readonly EntryDesk _entries;
    private readonly CloseDesk _closes;
    private readonly FundingSettlement _funding;
    private readonly PositionWatch _watch;
    private readonly CommandDesk _commands;
    private readonly EquitySampler _sampler;

    public ExecutionStage(InstrumentCatalogue catalogue, IReportSink reportSink, ExecutionOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MetricsIntervalSeconds, 1, nameof(options));

        _markets = new InstrumentMarket[catalogue.Count];
        _reports = new ReportDesk(reportSink);
        var holders = new HolderIndex(catalogue.Count);
        var states = new OrderStates(_log, _reports);
        var positions = new PositionDesk(holders, _log, states, _reports);
        _faults = new AccountFaults(_log, states);
        _venue = new PaperVenue(_markets, new FillDesk(_log, states, positions), _faults);
        _entries = new EntryDesk(catalogue, _markets, _log, states, _venue);
        _closes = new CloseDesk(_markets, _log, states, _reports, _venue);
        _funding = new FundingSettlement(_markets, holders, positions, _faults);
        _watch = new PositionWatch(_markets, holders, _log, _closes, positions, _faults);
        _commands = new CommandDesk(_accounts, holders, _closes, states, _faults, _log, options);
        _sampler = new EquitySampler(_accounts, _log, options);
    }

    /// <summary>Brings the clock up to an event: what was due by then happens before anything of the event does.</summary>
    public void Advance(ref EngineEvent e)
    {
        _log.Begin(e.Sequence);
        if (e.Kind == InputKind.Boot)
            _log.Boot(e.TimeUs);

        if (!e.IsHistory)
        {
            _reports.NotBeforeUs = 0;
            RunDue(e.TimeUs);
            _log.DrainInto(ref e);
        }

        e.OutputsBeforeStrategy = e.ExecutionOutputs.Count;
    }

    /// <summary>Applies the event, then the command and the intents it carries.</summary>
    public void Process(ref EngineEvent e)
    {
        if (e.IsHistory)
        {
            if (e.Kind == InputKind.Market)
                _markets[e.Market.Instrument].TryApply(e.Market, e.TimeUs);
            return;
        }

        _entries.LagUs = e.LagUs;
        _reports.NotBeforeUs = e.TimeUs;

        // Timers fired before the event, so what they decided meets the market as it was.
        var intents = e.Intents.Items;
        var next = 0;
        for (; next < intents.Length && intents[next].TimeUs < e.TimeUs; next++)
            Handle(intents[next]);
        if (next > 0)
            RunDue(e.TimeUs);

        if (e.Kind == InputKind.Market)
            OnMarket(e.Market, e.TimeUs);

        // Before the intents it gave rise to: a session that is told to go on may open at that very moment.
        if (e.Kind == InputKind.Command)
            _commands.Handle(e);
        for (; next < intents.Length; next++)
            Handle(intents[next]);

        RunDue(e.TimeUs);
        _commands.EndWhatIsFlat(e.TimeUs);
        _log.DrainInto(ref e);
    }

    private void OnMarket(in MarketEvent marketEvent, long timeUs)
    {
        if (!_markets[marketEvent.Instrument].TryApply(marketEvent, timeUs))
            return;

        if (marketEvent.Kind == MarketEventKind.Funding)
            _funding.Settle(marketEvent, timeUs);

        _venue.OnMarket(marketEvent, timeUs);

        // After a settlement too: what it took from the margin may end the position.
        if (marketEvent.Kind is MarketEventKind.Trade or MarketEventKind.Mark or MarketEventKind.Funding)
            _watch.OnPrice(marketEvent, timeUs);
    }

    private void Handle(Intent intent)
    {
        if (_accounts.Find(intent.SessionId) is not { } account)
            return;

        try
        {
            switch (intent.Kind)
            {
                case IntentKind.Open:
                    _entries.Open(account, intent);
                    break;
                case IntentKind.FailSession:
                    _commands.Fail(account, intent.Origin, intent.TimeUs);
                    break;
                default:
                    _closes.Close(account, intent);
                    break;
            }
        }
        catch (Exception exception) when (AccountFaults.CanContain(exception))
        {
            _faults.Stop(account, exception, intent.TimeUs);
        }
    }

    // Arrivals and samples in the order of their times; a sample of the same time sees the arrival's result.
    private void RunDue(long untilUs)
    {
        while (true)
        {
            var hasArrival = _venue.TryNextArrival(untilUs, out var arrivalUs);
            var hasSample = _sampler.TryNext(untilUs, out var sampleUs);
            if (!hasArrival && !hasSample)
                return;

            if (hasArrival && (!hasSample || arrivalUs <= sampleUs))
                _venue.Arrive(arrivalUs);
            else
                _sampler.Take(sampleUs);
        }
    }
}
