using Draizer.Domain.Indicators;

namespace Draizer.Trading.Engine;

/// <summary>
/// Where a session finds its indicators: for an instrument and a spec, the place in <see cref="EngineEvent.Values"/> of that
/// instrument's events. Immutable; a place stays as it is until the session that bound it ends.
/// </summary>
public sealed class IndicatorBindings
{
    private readonly Dictionary<(int Instrument, IndicatorSpec Spec), int> _places;

    public IndicatorBindings(IReadOnlyDictionary<(int Instrument, IndicatorSpec Spec), int> places) => _places = new(places);

    public static IndicatorBindings Empty { get; } = new(new Dictionary<(int, IndicatorSpec), int>());

    public bool TryPlaceOf(int instrument, IndicatorSpec spec, out int place) => _places.TryGetValue((instrument, spec), out place);

    public int PlaceOf(int instrument, IndicatorSpec spec) => _places[(instrument, spec)];
}
