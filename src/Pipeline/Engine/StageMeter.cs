using System.Diagnostics;
using Draizer.Pipeline.Telemetry;
using Draizer.Trading.Engine;

namespace Draizer.Pipeline.Engine;

/// <summary>Measures how long events took from arrival to the end of a stage. Recorded on the stage's own thread.</summary>
internal sealed class StageMeter
{
    private static readonly double NanosecondsPerTick = 1e9 / Stopwatch.Frequency;

    private readonly LatencyHistogram _latency = new();

    public LatencySummary Latency => _latency.Summarize();

    public void Record(in EngineEvent e)
    {
        if (e.IngestTimestamp != 0)
            _latency.Record((long)((Stopwatch.GetTimestamp() - e.IngestTimestamp) * NanosecondsPerTick));
    }
}
