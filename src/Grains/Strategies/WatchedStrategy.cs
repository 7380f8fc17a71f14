using Draizer.Domain.Indicators;
using Draizer.Domain.Markets;
using Draizer.Domain.Outputs;
using Draizer.Domain.Positions;
using Draizer.Domain.Signals;
using Draizer.Domain.Strategies;
using Draizer.Trading.Strategies;

namespace Draizer.Grains.Strategies;

/// <summary>One strategy on one instrument, followed from outside.</summary>
internal sealed class WatchedStrategy
{
    private const int TransitionsKept = 5;

    private readonly ConditionTape _conditions;
    private readonly Queue<TransitionView> _transitions = [];
    private StrategyState _state = StrategyState.Inactive;
    private long _sinceUs;
    private long? _cooldownUntilUs;
    private long? _signalSinceUs;
    private SignalSnapshot? _lastSignal;

    public WatchedStrategy(StrategyDefinition definition, int instrumentIndex, Instrument instrument, long startedUs)
    {
        Definition = definition;
        InstrumentIndex = instrumentIndex;
        Instrument = instrument;
        _sinceUs = startedUs;
        _conditions = new ConditionTape(definition);
    }

    public StrategyDefinition Definition { get; }
    public int InstrumentIndex { get; }
    public Instrument Instrument { get; }

    public void Apply(StrategyTransitioned step)
    {
        _transitions.Enqueue(new TransitionView(step.Stamp.TimeUs, step.From, step.To, step.Trigger, step.Reason));
        if (_transitions.Count > TransitionsKept)
            _transitions.Dequeue();

        // A close that is tried again stays in its state, and its age goes on.
        if (step.To != _state)
            _sinceUs = step.Stamp.TimeUs;
        _state = step.To;
        _cooldownUntilUs = step.CooldownUntilUs;
        _signalSinceUs = step.To switch
        {
            StrategyState.SignalDetected => step.Stamp.TimeUs,
            StrategyState.SignalCancelled or StrategyState.Exited or StrategyState.Monitoring or StrategyState.Inactive => null,
            _ => _signalSinceUs,
        };
    }

    public void Apply(SignalSnapshot signal)
    {
        if (_lastSignal is null || IsSameOrLater(signal, _lastSignal))
            _lastSignal = signal;
    }

    public void Beat(in Look look) => _conditions.Beat(Reader(look));

    public IReadOnlyList<GroupView> Groups(in Look look) => _conditions.Groups(Reader(look));

    public StrategyStateView View(in Look look) => new()
    {
        StrategyName = Definition.Name,
        Instrument = Instrument,
        Direction = Definition.Direction,
        State = _state,
        StateSinceUs = _sinceUs,
        TimeInStateSeconds = Seconds(Math.Max(0, look.NowUs - _sinceUs)),
        Transitions = [.. _transitions],
        Groups = Groups(look),
        LastSignal = _lastSignal is { } s ? new LastSignalView(s.SignalId, s.Section, s.RaisedUs, s.Status, s.Reason) : null,
        EntryPrice = look.Position?.EntryPrice,
        UnrealizedPnl = look.Position?.UnrealizedPnl,
        UnrealizedPnlPct = look.Position?.UnrealizedPnlPct,
        CooldownLeftSeconds = _cooldownUntilUs is { } until && until > look.NowUs ? Seconds(until - look.NowUs) : null,
        Next = NextStep.Describe(Definition, _state),
    };

    // The market's indicators are read; those of the position and the signal are known to nobody else outside the core.
    private Func<IndicatorSpec, double> Reader(Look look)
    {
        var signalSinceUs = _signalSinceUs;
        return spec => spec.Name switch
        {
            "unrealized_pnl_pct" => PnlPct(look.Position, look.LastPrice),
            "position_age_seconds" => look.Position is { } position ? Seconds(look.NowUs - position.OpenedUs) : double.NaN,
            "signal_age_seconds" => signalSinceUs is { } since ? Seconds(look.NowUs - since) : double.NaN,
            _ => look.Read(spec),
        };
    }

    // At the last price and not at the mark, because that is what the strategy decides by.
    private static double PnlPct(PositionSnapshot? position, double lastPrice) =>
        position is { Margin: > 0 } && lastPrice > 0
            ? 100 * position.Side.Sign() * (double)position.Quantity * (lastPrice - (double)position.EntryPrice) / (double)position.Margin
            : double.NaN;

    private static bool IsSameOrLater(SignalSnapshot signal, SignalSnapshot known) =>
        signal.SignalId == known.SignalId
        || (signal.RaisedUs, signal.SignalId).CompareTo((known.RaisedUs, known.SignalId)) > 0;

    private static double Seconds(long us) => us / 1e6;

    /// <summary>What is around a strategy at the moment of looking.</summary>
    public readonly record struct Look(long NowUs, PositionSnapshot? Position, double LastPrice, Func<IndicatorSpec, double> Read);
}
