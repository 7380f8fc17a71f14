using System.Runtime.InteropServices;
using Draizer.Domain.Indicators;

namespace Draizer.Trading.Indicators;

/// <summary>The window indicators of one instrument and the edges they share.</summary>
internal sealed class WindowVariants(TradeHistory history)
{
    private readonly List<WindowEdge> _edges = [new WindowEdge(0) { Uses = 1 }];
    private readonly List<WindowVariant> _variants = [];

    // The edge at distance zero is always there.
    private WindowEdge Now => _edges[0];

    public long LongestUs { get; private set; }

    public void Add(IndicatorKind kind, IndicatorSpec spec, int place, HistoryStart start)
    {
        var (fromUs, toUs, baseFromUs) = DistancesOf(kind, spec);
        _variants.Add(new WindowVariant
        {
            Kind = kind,
            Place = place,
            Start = start,
            From = Use(fromUs),
            To = Use(toUs),
            Now = Now,
            BaseFrom = baseFromUs > 0 ? Use(baseFromUs) : null,
        });
        FindLongest();
    }

    public void Remove(int place)
    {
        var at = _variants.FindIndex(v => v.Place == place);
        var variant = _variants[at];
        _variants.RemoveAt(at);
        Release(variant.From);
        Release(variant.To);
        if (variant.BaseFrom is { } baseFrom)
            Release(baseFrom);
        FindLongest();
    }

    public void Evaluate(long nowUs, double[] values)
    {
        // Edges that nobody looks at may lag; they catch up when somebody does.
        if (_variants.Count == 0)
            return;

        foreach (var edge in CollectionsMarshal.AsSpan(_edges))
            edge.MoveTo(nowUs, history);

        foreach (ref readonly var variant in CollectionsMarshal.AsSpan(_variants))
        {
            var value = variant.Evaluate();
            values[variant.Place] = double.IsFinite(value) ? value : double.NaN;
        }
    }

    /// <summary>After trades have gone: begins the totals anew where they have become too large for what is left.</summary>
    public void KeepTotalsFine(long nowUs)
    {
        if (_variants.Count == 0)
            return;

        Now.MoveTo(nowUs, history);
        if (!history.Oldest.Drowns(in Now.Trade))
            return;

        history.RestartTotals();
        foreach (var edge in _edges)
            edge.Rewalk(history);
    }

    private static (long From, long To, long BaseFrom) DistancesOf(IndicatorKind kind, IndicatorSpec spec)
    {
        return kind switch
        {
            IndicatorKind.LastPrice => (0, 0, 0),
            IndicatorKind.Twap or IndicatorKind.PriceMomentum or IndicatorKind.PumpMagnitudePct => (Us("t1"), Us("t2"), 0),
            IndicatorKind.VolumeSurgeRatio => (Us("t1"), 0, Us("t1") + Us("t2")),
            _ => (Us("t1"), 0, 0),
        };

        long Us(string name) => Time.ToMicroseconds(spec[name]);
    }

    private WindowEdge Use(long distanceUs)
    {
        var edge = _edges.Find(e => e.DistanceUs == distanceUs);
        if (edge is null)
            _edges.Add(edge = new WindowEdge(distanceUs));

        edge.Uses++;
        return edge;
    }

    private void Release(WindowEdge edge)
    {
        if (--edge.Uses == 0)
            _edges.Remove(edge);
    }

    private void FindLongest()
    {
        LongestUs = 0;
        foreach (var edge in _edges)
            LongestUs = Math.Max(LongestUs, edge.DistanceUs);
    }
}
