namespace Draizer.Trading.Strategies;

/// <summary>The earliest time at which any machine asks to be looked at, so that a silent gap is crossed in one stride.</summary>
internal sealed class DueClock
{
    public long NextUs { get; private set; } = long.MaxValue;

    public void Ask(long dueUs) => NextUs = Math.Min(NextUs, dueUs);

    public void Clear() => NextUs = long.MaxValue;
}
