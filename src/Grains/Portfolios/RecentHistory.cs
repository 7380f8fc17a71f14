namespace Draizer.Grains.Portfolios;

/// <summary>The newest facts of a series, oldest first. Knows whether anything older has been let go.</summary>
internal sealed class RecentHistory<T>(int capacity, Func<T, long> timeOf)
{
    private readonly List<T> _items = [];

    /// <summary>Whether everything that ever happened is here.</summary>
    public bool IsComplete { get; private set; } = true;

    public void Add(T item)
    {
        _items.Add(item);
        if (_items.Count > capacity)
        {
            _items.RemoveAt(0);
            IsComplete = false;
        }
    }

    /// <summary>Says that the series began before this memory did.</summary>
    public void MarkIncomplete() => IsComplete = false;

    /// <summary>Everything at or after a time; from elsewhere first where that reaches back further than this memory.</summary>
    public async Task<IReadOnlyList<T>> FromAsync(long fromUs, Func<Task<IReadOnlyList<T>>> readStored)
    {
        if (IsComplete || (_items.Count > 0 && timeOf(_items[0]) < fromUs))
            return [.. _items.Where(item => timeOf(item) >= fromUs)];

        // The database may lag a little behind; what it does not have yet is here.
        var stored = await readStored();
        var storedUs = stored.Count > 0 ? timeOf(stored[^1]) : long.MinValue;
        return [.. stored, .. _items.Where(item => timeOf(item) > storedUs && timeOf(item) >= fromUs)];
    }
}
