using System.Collections.Concurrent;
using Draizer.Domain.Indicators;
using Draizer.Trading.Engine;
using Draizer.Trading.Ports;

namespace Draizer.Pipeline.Publishing;

/// <summary>
/// The newest indicator values of each instrument. The publishing thread writes; a reader gets one whole value, and two values read one
/// after the other may belong to different events.
/// </summary>
public sealed class IndicatorBoard : IIndicatorReadings
{
    private readonly double[][] _rows;
    private readonly ConcurrentDictionary<string, IndicatorBindings> _bindings = new();

    public IndicatorBoard(int instruments)
    {
        _rows = new double[instruments][];
        Array.Fill(_rows, []);
    }

    public void Bind(string sessionId, IndicatorBindings bindings) => _bindings[sessionId] = bindings;
    public void Unbind(string sessionId) => _bindings.TryRemove(sessionId, out _);

    public void Apply(in EngineEvent e)
    {
        ref var place = ref _rows[e.Market.Instrument];
        var row = place.Length < e.ValueCount ? Grown(place, e.ValueCount) : place;
        for (var i = 0; i < e.ValueCount; i++)
            Volatile.Write(ref row[i], e.Values[i]);
        if (row != place)
            Volatile.Write(ref place, row);
    }

    public double Read(string sessionId, int instrument, IndicatorSpec spec)
    {
        if (!_bindings.TryGetValue(sessionId, out var bindings) || !bindings.TryPlaceOf(instrument, spec, out var place))
            return double.NaN;

        var row = Volatile.Read(ref _rows[instrument]);
        return place < row.Length ? Volatile.Read(ref row[place]) : double.NaN;
    }

    private static double[] Grown(double[] row, int atLeast)
    {
        var grown = new double[Math.Max(atLeast, row.Length * 2)];
        Array.Fill(grown, double.NaN);
        return grown;
    }
}
