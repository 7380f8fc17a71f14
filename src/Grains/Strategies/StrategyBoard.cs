using Draizer.Domain.Markets;
using Draizer.Domain.Outputs;
using Draizer.Domain.Signals;
using Draizer.Domain.Strategies;
using Draizer.Grains.Hosting;
using Draizer.Grains.Portfolios;

namespace Draizer.Grains.Strategies;

/// <summary>The strategies of a session with their states, and its signals. Mutable; owned by one grain.</summary>
internal sealed class StrategyBoard(string sessionId, Portfolio portfolio, SessionServices services)
{
    private const int SignalsShown = 100;

    private readonly List<WatchedStrategy> _strategies = [];
    private readonly Recent<SignalSnapshot> _signals =
        new(SignalsShown, s => s.SignalId, s => s.RaisedUs, s => s.Status != SignalStatus.Pending);

    public int SignalCount => _signals.Count;

    /// <summary>Newest first.</summary>
    public IReadOnlyList<SignalSnapshot> Signals() => _signals.Snapshot();

    public void RestoreSignalCount(int count) => _signals.Restore(count);

    /// <summary>Lays out every strategy on every instrument, before the core has said anything of them.</summary>
    public void SetUp(IReadOnlyList<StrategyDefinition> definitions, IReadOnlyList<int> instruments, long nowUs)
    {
        foreach (var definition in definitions)
        {
            foreach (var index in instruments)
                _strategies.Add(new WatchedStrategy(definition, index, services.Catalogue[index], nowUs));
        }
    }

    public void Apply(StrategyTransitioned step) => Find(step.Strategy, step.Instrument)?.Apply(step);

    public void Apply(SignalChanged change)
    {
        _signals.Put(change.Signal);
        Find(change.Signal.Strategy, change.Signal.Instrument)?.Apply(change.Signal);
    }

    public void Beat(long nowUs)
    {
        foreach (var strategy in _strategies)
            strategy.Beat(LookOf(strategy, nowUs));
    }

    public IReadOnlyList<StrategyStateView> Views(long nowUs) => [.. _strategies.Select(s => s.View(LookOf(s, nowUs)))];

    public IReadOnlyList<StrategyGroupsView> Groups(long nowUs) =>
        [.. _strategies.Select(s => new StrategyGroupsView(s.Definition.Name, s.Instrument, s.Groups(LookOf(s, nowUs))))];

    private WatchedStrategy? Find(string name, Instrument instrument) =>
        _strategies.Find(s => s.Definition.Name == name && s.Instrument == instrument);

    private WatchedStrategy.Look LookOf(WatchedStrategy strategy, long nowUs) => new(
        nowUs,
        portfolio.Held(strategy.Definition.Name, strategy.Instrument),
        services.Markets.Read(strategy.InstrumentIndex).LastPrice,
        spec => services.Indicators.Read(sessionId, strategy.InstrumentIndex, spec));
}
