namespace Draizer.Storage.Writing;

/// <summary>Shutdown ran out of time before everything was stored.</summary>
public sealed class RowsNotStoredException(long outputs, long ticks, Exception? lastError)
    : Exception($"{outputs} outputs and {ticks} ticks could not be stored before the shutdown: {lastError?.Message ?? "too slow"}", lastError)
{
    public long Outputs { get; } = outputs;
    public long Ticks { get; } = ticks;
}
