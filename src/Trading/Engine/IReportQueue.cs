namespace Draizer.Trading.Engine;

/// <summary>Where execution leaves its reports. Never blocks.</summary>
public interface IReportSink
{
    void Enqueue(Report report);
}

/// <summary>Where strategies pick reports up, in the order in which they were left.</summary>
public interface IReportSource
{
    bool TryDequeue(out Report? report);
}
