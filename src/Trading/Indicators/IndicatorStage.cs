using Draizer.Domain.Commands;
using Draizer.Domain.Indicators;
using Draizer.Domain.Markets;
using Draizer.Domain.Sessions;
using Draizer.Trading.Engine;

namespace Draizer.Trading.Indicators;

/// <summary>
/// The first stage. Owns the price histories, runs each indicator that a session needs once per instrument, and writes an
/// instrument's values into its events. A warm market event allocates nothing.
/// </summary>
public sealed class IndicatorStage
{
    private readonly InstrumentIndicators[] _instruments;
    private readonly Dictionary<string, SessionIndicators> _sessions = [];

    public IndicatorStage(InstrumentCatalogue catalogue, IndicatorStageOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(options.RetentionSeconds);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MaxTradesPerInstrument, 2);

        _instruments = new InstrumentIndicators[catalogue.Count];
        for (var i = 0; i < _instruments.Length; i++)
            _instruments[i] = new InstrumentIndicators(options);
    }

    public void Process(ref EngineEvent e)
    {
        e.ValueCount = 0;
        if (e.Kind == InputKind.Market)
            ProcessMarket(ref e);
        else if (e.Command is StartSession start)
            e.Bindings = Start(start.Spec, e.TimeUs);
        else if (e.Command is ReleaseSession release)
            Release(release.SessionId);
    }

    /// <summary>The indicator at each place of an instrument's values, for diagnosis; null where a place is free.</summary>
    public IReadOnlyList<string?> LabelsOf(int instrument) => _instruments[instrument].Labels.ToArray();

    /// <summary>Trades that a burst pushed out of an instrument's history before their time.</summary>
    public long DroppedTradesOf(int instrument) => _instruments[instrument].DroppedTradeCount;

    /// <summary>Trades that were left out because their price or quantity was none.</summary>
    public long GarbageTradesOf(int instrument) => _instruments[instrument].GarbageTradeCount;

    private void ProcessMarket(ref EngineEvent e)
    {
        var instrument = _instruments[e.Market.Instrument];
        instrument.Process(in e.Market, e.TimeUs);

        var values = instrument.Values;
        if (e.Values is null || e.Values.Length < values.Length)
            e.Values = new double[Math.Max(16, values.Length * 2)];
        values.CopyTo(e.Values);
        e.ValueCount = values.Length;
    }

    private IndicatorBindings Start(SessionSpec session, long nowUs)
    {
        // A second start under a known name is refused further down; it must not take places that nobody would free.
        if (_sessions.TryGetValue(session.SessionId, out var known))
            return known.Bindings;

        var specs = IndicatorNeeds.Of(session);
        var sinceUs = nowUs - (session.WarmUpSeconds * 1_000_000L);
        var uses = new List<IndicatorUse>();
        var places = new Dictionary<(int, IndicatorSpec), int>();
        foreach (var index in session.Instruments)
        {
            foreach (var spec in specs)
            {
                var variant = _instruments[index].Acquire(spec, sinceUs, nowUs);
                uses.Add(new IndicatorUse(_instruments[index], variant));
                places.Add((index, spec), variant.Place);
            }
        }

        var bindings = new IndicatorBindings(places);
        _sessions.Add(session.SessionId, new SessionIndicators(bindings, uses));
        return bindings;
    }

    private void Release(string sessionId)
    {
        if (!_sessions.Remove(sessionId, out var session))
            return;

        foreach (var use in session.Uses)
            use.Instrument.Release(use.Variant);
    }

    private sealed record SessionIndicators(IndicatorBindings Bindings, List<IndicatorUse> Uses);

    private readonly record struct IndicatorUse(InstrumentIndicators Instrument, Variant Variant);
}
