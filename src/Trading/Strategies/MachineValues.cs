using Draizer.Domain.Signals;
using Draizer.Trading.Engine;

namespace Draizer.Trading.Strategies;

/// <summary>
/// The values one machine saw last. The market's are copied from each event of its instrument, because the event's array is reused;
/// those of its position and signal are computed at the moment of evaluation.
/// </summary>
internal sealed class MachineValues
{
    private readonly StrategyIndicators _indicators;
    private readonly double[] _values;
    private readonly int[] _places;
    private readonly PositionIndicator[] _positionBased;

    public MachineValues(StrategyIndicators indicators, IndicatorBindings bindings, int instrument)
    {
        _indicators = indicators;
        var specs = indicators.Specs;
        _values = new double[specs.Count];
        _places = new int[specs.Count];
        _positionBased = new PositionIndicator[specs.Count];
        Array.Fill(_values, double.NaN);
        for (var i = 0; i < specs.Count; i++)
        {
            _positionBased[i] = specs[i].PositionBased();
            _places[i] = _positionBased[i] == PositionIndicator.None ? bindings.PlaceOf(instrument, specs[i]) : -1;
        }
    }

    public ReadOnlySpan<double> Last => _values;

    public void Capture(ReadOnlySpan<double> eventValues)
    {
        for (var i = 0; i < _places.Length; i++)
        {
            if (_places[i] >= 0)
                _values[i] = eventValues[_places[i]];
        }
    }

    /// <param name="signalSinceUs">When the present signal was raised; null without one.</param>
    public void Refresh(long nowUs, PositionView position, long? signalSinceUs, double lastPrice)
    {
        for (var i = 0; i < _positionBased.Length; i++)
        {
            switch (_positionBased[i])
            {
                case PositionIndicator.UnrealizedPnlPct:
                    _values[i] = position.PnlPct(lastPrice);
                    break;
                case PositionIndicator.PositionAge:
                    _values[i] = position.IsOpen ? Seconds(nowUs - position.OpenedUs) : double.NaN;
                    break;
                case PositionIndicator.SignalAge:
                    _values[i] = signalSinceUs is { } since ? Seconds(nowUs - since) : double.NaN;
                    break;
            }
        }
    }

    public IReadOnlyList<IndicatorReading> Readings()
    {
        var readings = new IndicatorReading[_values.Length];
        for (var i = 0; i < readings.Length; i++)
            readings[i] = new IndicatorReading(_indicators.Specs[i].Label, double.IsFinite(_values[i]) ? _values[i] : null);
        return readings;
    }

    private static double Seconds(long us) => us / (double)WholeSeconds.SecondUs;
}
