using System.Collections.Concurrent;
using Draizer.Domain.Commands;
using Draizer.Domain.Orders;

namespace Draizer.Pipeline.Publishing;

/// <summary>Commands whose senders wait for an answer.</summary>
public sealed class PendingCommands
{
    /// <summary>The answer to a command that a stage failed on.</summary>
    public static readonly CommandResult NotAnswered =
        new(RefusalCode.InternalError, "The engine failed on this command; its log says why.");

    private readonly ConcurrentDictionary<long, TaskCompletionSource<CommandResult>> _waiting = new();
    private long _lastId;
    private string? _failure;

    public int Count => _waiting.Count;

    public (long CorrelationId, Task<CommandResult> Answer) Add()
    {
        var id = Interlocked.Increment(ref _lastId);

        // Senders go on elsewhere, never on the publishing thread.
        var source = new TaskCompletionSource<CommandResult>(TaskCreationOptions.RunContinuationsAsynchronously);
        _waiting[id] = source;

        // Added first and then looked: whoever comes while the rest are failed is found by them or finds out here.
        Interlocked.MemoryBarrier();
        if (Volatile.Read(ref _failure) is { } failure)
            Fail(id, failure);
        return (id, source.Task);
    }

    /// <summary>Answers a sender; nothing happens if it has its answer already.</summary>
    public void Complete(long correlationId, CommandResult result)
    {
        if (_waiting.TryRemove(correlationId, out var source))
            source.TrySetResult(result);
    }

    /// <summary>Nobody will answer any more, neither those who wait nor those who come.</summary>
    public void FailAll(string why)
    {
        Volatile.Write(ref _failure, why);
        Interlocked.MemoryBarrier();
        foreach (var id in _waiting.Keys)
            Fail(id, why);
    }

    private void Fail(long id, string why)
    {
        if (_waiting.TryRemove(id, out var source))
            source.TrySetException(new InvalidOperationException(why));
    }
}
