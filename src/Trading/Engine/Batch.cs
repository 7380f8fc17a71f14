namespace Draizer.Trading.Engine;

/// <summary>A list inside a ring slot. It grows once and is then reused, so that a warm slot allocates nothing.</summary>
public struct Batch<T>
{
    private T[]? _items;

    public int Count { get; private set; }

    public readonly ReadOnlySpan<T> Items => _items.AsSpan(0, Count);

    public void Add(T item)
    {
        if (_items is null || Count == _items.Length)
            Grow();

        _items![Count++] = item;
    }

    /// <summary>Forgets the items, so that a slot does not keep them alive.</summary>
    public void Clear()
    {
        if (Count == 0)
            return;

        Array.Clear(_items!, 0, Count);
        Count = 0;
    }

    private void Grow() => Array.Resize(ref _items, _items is null ? 4 : _items.Length * 2);
}
