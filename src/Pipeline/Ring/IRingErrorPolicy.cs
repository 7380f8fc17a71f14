namespace Draizer.Pipeline.Ring;

/// <summary>What a consumer does after its handler has thrown.</summary>
public enum AfterError : byte
{
    /// <summary>Counts the event as handled and takes the next.</summary>
    GoOn,

    /// <summary>Stops before the event; those behind it never see it.</summary>
    Halt,
}

/// <summary>Decides what a handler's exception means. Called on the consumer's thread, while the slot is still the consumer's.</summary>
public interface IRingErrorPolicy
{
    AfterError OnError(string consumer, long sequence, Exception error);
}

/// <summary>Tells of the error and goes on: one bad event must not stop the events of others.</summary>
public sealed class ReportAndGoOn : IRingErrorPolicy
{
    private readonly Action<string, long, Exception> _report;

    public ReportAndGoOn(Action<string, long, Exception> report) => _report = report;

    public AfterError OnError(string consumer, long sequence, Exception error)
    {
        _report(consumer, sequence, error);
        return AfterError.GoOn;
    }
}
