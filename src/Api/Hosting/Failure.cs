namespace Draizer.Api.Hosting;

/// <summary>Why the server ended by itself; nothing when it was told to.</summary>
public sealed class Failure
{
    private Exception? _error;

    public Exception? Error => Volatile.Read(ref _error);

    /// <summary>The first one counts: those after it follow from it.</summary>
    public void Report(Exception error) => Interlocked.CompareExchange(ref _error, error, comparand: null);
}
