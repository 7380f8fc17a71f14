namespace Draizer.Trading.Indicators;

/// <summary>The values of one instrument's variants. A place is kept while in use; the lowest free one is given out next.</summary>
internal sealed class Places
{
    private string?[] _labels = [];
    private double[] _values = [];

    /// <summary>One more than the highest place in use.</summary>
    public int Count { get; private set; }

    /// <summary>Values by place, NaN where free or not ready. Another array after <see cref="Take"/>.</summary>
    public double[] Values => _values;

    /// <summary>Who is where; null where a place is free.</summary>
    public ReadOnlySpan<string?> Labels => _labels.AsSpan(0, Count);

    public int Take(string label)
    {
        var place = Array.IndexOf(_labels, null);
        if (place < 0)
        {
            place = _labels.Length;
            Grow();
        }

        _labels[place] = label;
        Count = Math.Max(Count, place + 1);
        return place;
    }

    public void Free(int place)
    {
        _labels[place] = null;
        _values[place] = double.NaN;
        while (Count > 0 && _labels[Count - 1] is null)
            Count--;
    }

    private void Grow()
    {
        var length = Math.Max(4, _labels.Length * 2);
        var used = _labels.Length;
        Array.Resize(ref _labels, length);
        Array.Resize(ref _values, length);
        _values.AsSpan(used).Fill(double.NaN);
    }
}
