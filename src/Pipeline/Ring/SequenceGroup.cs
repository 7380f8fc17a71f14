namespace Draizer.Pipeline.Ring;

/// <summary>Sequences that are waited for together: what counts is the slowest. Immutable.</summary>
public sealed class SequenceGroup
{
    private readonly Sequence[] _members;

    public SequenceGroup(params ReadOnlySpan<Sequence> members) => _members = members.ToArray();

    public static SequenceGroup Empty { get; } = new();

    public int Count => _members.Length;

    /// <summary>The slowest member's value; of an empty group the greatest number, because nobody holds anybody back.</summary>
    public long Minimum()
    {
        var minimum = long.MaxValue;
        foreach (var member in _members)
            minimum = Math.Min(minimum, member.Value);

        return minimum;
    }

    public SequenceGroup With(params ReadOnlySpan<Sequence> more) => new([.. _members, .. more]);

    internal void CountParked(int change)
    {
        foreach (var member in _members)
            member.CountParked(change);
    }
}
