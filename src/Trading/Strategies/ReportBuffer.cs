using Draizer.Trading.Engine;

namespace Draizer.Trading.Strategies;

/// <summary>Reports that wait for their due time, in its order and then in the order in which they were left.</summary>
internal sealed class ReportBuffer(IReportSource source)
{
    private readonly PriorityQueue<Report, (long DueUs, long Arrival)> _waiting = new();
    private long _arrivals;

    public long NextDueUs => _waiting.TryPeek(out _, out var key) ? key.DueUs : long.MaxValue;

    public void Fill()
    {
        while (source.TryDequeue(out var report))
            _waiting.Enqueue(report!, (report!.DueUs, _arrivals++));
    }

    public Report Take() => _waiting.Dequeue();
}
