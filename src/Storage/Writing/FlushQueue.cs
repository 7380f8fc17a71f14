namespace Draizer.Storage.Writing;

/// <summary>Those who wait until a count of rows is settled. Not for many threads by itself: its owner locks.</summary>
internal sealed class FlushQueue
{
    private readonly List<(RowCount Target, TaskCompletionSource Done)> _waiting = [];

    public bool IsEmpty => _waiting.Count == 0;

    public Task Add(RowCount target)
    {
        // Asynchronous, so that no waiter goes on under the owner's lock.
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _waiting.Add((target, done));
        return done.Task;
    }

    public void Complete(RowCount settled)
    {
        // Targets only grow, so the first that is not met ends the search.
        var met = 0;
        while (met < _waiting.Count && settled.Covers(_waiting[met].Target))
            _waiting[met++].Done.SetResult();
        _waiting.RemoveRange(0, met);
    }

    public void Fail(Exception error)
    {
        foreach (var (_, done) in _waiting)
            done.SetException(error);
        _waiting.Clear();
    }
}
