namespace Draizer.Pipeline.Threads;

/// <summary>A named background thread, on one core if asked. What its body throws ends the process: stages catch what they can survive.</summary>
public sealed class StageThread
{
    private readonly Thread _thread;
    private readonly TaskCompletionSource<PinningOutcome> _pinned = new();

    public StageThread(string name, Action body, int? core = null)
    {
        Name = name;
        _thread = new Thread(() =>
        {
            _pinned.SetResult(core is { } wanted ? ThreadAffinity.PinCurrentThread(wanted) : PinningOutcome.NotAsked);
            body();
        })
        {
            Name = name,
            IsBackground = true,
        };
    }

    public string Name { get; }

    /// <summary>Known when <see cref="Start"/> returns.</summary>
    public PinningOutcome Pinning { get; private set; } = PinningOutcome.NotAsked;

    /// <summary>Returns once the thread runs, on its core.</summary>
    public void Start()
    {
        _thread.Start();
        Pinning = _pinned.Task.GetAwaiter().GetResult();
    }

    public void Join() => _thread.Join();

    /// <summary>False if it is still running after that time.</summary>
    public bool Join(TimeSpan patience) => _thread.Join(patience);
}
