namespace Draizer.Pipeline.Ring;

/// <summary>The wait strategies by name, and the one that suits a machine.</summary>
public static class WaitStrategies
{
    /// <summary>What the setting accepts.</summary>
    public static IReadOnlyList<string> Names { get; } = ["adaptive", "blocking", "sleeping", "yielding", "busy-spin"];

    /// <summary>
    /// Adaptive. With two cores or less, what is waited for is most often waiting for the very core that a spin would hold, so it yields at once.
    /// </summary>
    public static IWaitStrategy ForThisMachine(int cores) =>
        cores <= 2 ? new AdaptiveWaitStrategy(spins: 0, yields: 10) : new AdaptiveWaitStrategy(spins: 2_000, yields: 20);

    public static IWaitStrategy ForThisMachine() => ForThisMachine(Environment.ProcessorCount);

    /// <exception cref="FormatException">No strategy has this name; the message lists those there are.</exception>
    public static IWaitStrategy Parse(string name) => name switch
    {
        "adaptive" => ForThisMachine(),
        "blocking" => new BlockingWaitStrategy(),
        "sleeping" => new SleepingWaitStrategy(),
        "yielding" => new YieldingWaitStrategy(),
        "busy-spin" => new BusySpinWaitStrategy(),
        _ => throw new FormatException($"There is no wait strategy '{name}'; there are {string.Join(", ", Names)}."),
    };
}
