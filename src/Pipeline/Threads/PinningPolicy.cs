namespace Draizer.Pipeline.Threads;

/// <summary>Whether stages are bound to cores.</summary>
public enum PinningMode : byte
{
    /// <summary>If every thread can have a core of its own.</summary>
    Auto,
    Off,

    /// <summary>Always; threads share cores in turn where there are too few.</summary>
    Forced,
}

/// <summary>
/// Which stage runs on which core. Two threads pinned to one core stop each other while another core idles, so by default
/// nothing is pinned when there are fewer cores than threads.
/// </summary>
public sealed class PinningPolicy
{
    private readonly IReadOnlyList<int> _cores;

    private PinningPolicy(IReadOnlyList<int> cores, string text)
    {
        _cores = cores;
        Text = text;
    }

    public bool IsOn => _cores.Count > 0;

    /// <summary>What was decided and why, for the log.</summary>
    public string Text { get; }

    public static PinningPolicy For(PinningMode mode, int threads, IReadOnlyList<int> cores)
    {
        if (mode == PinningMode.Off || cores.Count == 0)
            return new PinningPolicy([], "pinning is off");

        if (cores.Count < threads && mode == PinningMode.Auto)
            return new PinningPolicy([], $"pinning is off: {threads} threads, {cores.Count} cores");

        return new PinningPolicy(cores, $"pinning {threads} threads to cores {string.Join(", ", cores.Take(threads))}");
    }

    /// <summary>The core of the n-th thread, counted from 0; null if it runs where the system likes.</summary>
    public int? CoreOf(int thread) => IsOn ? _cores[thread % _cores.Count] : null;
}
