using Draizer.Pipeline.Ring;

namespace Draizer.Simulation.Tests.Playing;

/// <summary>
/// Delays stages by chance where they hand over, so that each is now far ahead and now far behind. Which one stumbles where differs from
/// run to run; what the engine decides must not.
/// </summary>
internal sealed class StumblingWaits(IWaitStrategy inner, int seed) : IWaitStrategy
{
    private long _calls;

    public long WaitUntil(SequenceGroup group, long atLeast, Alert alert)
    {
        Stumble();
        return inner.WaitUntil(group, atLeast, alert);
    }

    public void Signal(Sequence advanced)
    {
        Stumble();
        inner.Signal(advanced);
        Stumble();
    }

    public void SignalAlert() => inner.SignalAlert();

    private void Stumble()
    {
        var chance = (uint)HashCode.Combine(seed, Interlocked.Increment(ref _calls));
        if (chance % 4096 == 0)
            Thread.SpinWait(20_000);
        else if (chance % 64 == 0)
            Thread.SpinWait((int)(chance >> 24));
        else if (chance % 512 == 1)
            Thread.Yield();
    }
}
