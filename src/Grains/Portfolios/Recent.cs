using Draizer.Domain.Identity;

namespace Draizer.Grains.Portfolios;

/// <summary>
/// The newest things of a kind, each as it stands now, and how many there were. Those that can still change are remembered after they
/// have left the list, so that none is counted twice.
/// </summary>
internal sealed class Recent<T>(int capacity, Func<T, EntityId> idOf, Func<T, long> timeOf, Func<T, bool> isFinal)
{
    private readonly List<T> _newestFirst = [];
    private readonly HashSet<EntityId> _changeable = [];

    public int Count { get; private set; }

    public IReadOnlyList<T> Snapshot() => [.. _newestFirst];

    /// <summary>True when it was not known before.</summary>
    public bool Put(T item)
    {
        var id = idOf(item);
        var at = _newestFirst.FindIndex(known => idOf(known) == id);
        var isNew = at < 0 && !_changeable.Contains(id);
        if (isFinal(item))
            _changeable.Remove(id);
        else
            _changeable.Add(id);

        if (at >= 0)
            _newestFirst[at] = item;
        else if (isNew)
            Insert(item);
        return isNew;
    }

    public void Restore(int count) => Count = count;

    private void Insert(T item)
    {
        Count++;
        var at = _newestFirst.FindIndex(known => IsAfter(item, known));
        _newestFirst.Insert(at < 0 ? _newestFirst.Count : at, item);
        if (_newestFirst.Count > capacity)
            _newestFirst.RemoveAt(capacity);
    }

    private bool IsAfter(T item, T known) => (timeOf(item), idOf(item)).CompareTo((timeOf(known), idOf(known))) >= 0;
}
