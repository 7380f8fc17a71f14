using Draizer.Pipeline.Threads;

namespace Draizer.Pipeline.Ring;

/// <summary>A stage's place in the ring: waits at its barrier, handles what comes, tells how far it is. Runs once, on one thread.</summary>
public sealed class RingConsumer<T>
    where T : struct
{
    private readonly RingBuffer<T> _ring;
    private readonly SequenceBarrier _barrier;
    private readonly RingHandler<T> _handler;
    private readonly IRingErrorPolicy _errors;
    private readonly int _maxBatch;
    private readonly bool _progressPerEvent;
    private PaddedLong _handling;
    private long _stopAfter = long.MaxValue;
    private long _failedEvents;
    private int _started;
    private StageThread? _thread;

    public RingConsumer(
        string name,
        RingBuffer<T> ring,
        SequenceBarrier barrier,
        RingHandler<T> handler,
        IRingErrorPolicy errors,
        RingConsumerOptions? options = null)
    {
        options ??= new RingConsumerOptions();
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MaxBatch, 1);

        Name = name;
        _ring = ring;
        _barrier = barrier;
        _handler = handler;
        _errors = errors;
        _maxBatch = options.MaxBatch;
        _progressPerEvent = options.ProgressPerEvent;
        Halting = new Alert(ring.Waits);
    }

    public string Name { get; }

    /// <summary>The last event this consumer has finished.</summary>
    public Sequence Sequence { get; } = new();

    /// <summary>Raised by <see cref="Halt"/>, for a handler that waits for something. A drain does not raise it: what was published is finished.</summary>
    public Alert Halting { get; }

    /// <summary>Events whose handler threw.</summary>
    public long FailedEvents => Volatile.Read(ref _failedEvents);

    /// <summary>What became of pinning; null until started on a thread of its own.</summary>
    public PinningOutcome? Pinning => _thread?.Pinning;

    /// <summary>Runs on a thread of its own, named after the consumer, on the given core if there is one.</summary>
    public void Start(int? core = null)
    {
        _thread = new StageThread(Name, Run, core);
        _thread.Start();
    }

    /// <summary>Runs on the calling thread until halted or drained.</summary>
    public void Run()
    {
        if (Interlocked.Exchange(ref _started, 1) != 0)
            throw new InvalidOperationException($"Consumer {Name} has run before.");

        var next = Sequence.Value + 1;
        while (!Halting.IsRaised && next <= Volatile.Read(ref _stopAfter))
        {
            var available = _barrier.WaitFor(next);
            if (available < next)
            {
                // Cleared before the reasons are read, at the loop's head: one that comes in between raises it again.
                _barrier.ClearAlert();
                continue;
            }

            next = HandleBatch(next, Math.Min(available, Math.Min(next + _maxBatch - 1, Volatile.Read(ref _stopAfter))));
        }
    }

    /// <summary>Asks it to stop after its present batch. Returns at once.</summary>
    public void Halt()
    {
        Halting.Raise();
        _barrier.Alert();
    }

    /// <summary>Asks it to stop once it has handled everything up to <paramref name="untilSequence"/>. Returns at once.</summary>
    public void DrainAndStop(long untilSequence)
    {
        Volatile.Write(ref _stopAfter, untilSequence);
        _barrier.Alert();
    }

    /// <summary>Waits for the thread to end; at once if it was never started.</summary>
    public void Join() => _thread?.Join();

    /// <summary>The same for a limited time; false if it is still running.</summary>
    public bool Join(TimeSpan patience) => _thread?.Join(patience) ?? true;

    /// <summary>
    /// For use inside the handler: waits until another consumer of this ring has finished <paramref name="atLeast"/>. False if halted.
    /// </summary>
    /// <remarks>
    /// The other may be behind this one (the strategy waits for execution), and then it can only come as far as this one has told it to.
    /// So this first tells of every event before the present one: kept back for the end of the batch, the two would wait for each
    /// other for ever. For a consumer behind, <paramref name="atLeast"/> must be before the present event for the same reason.
    /// </remarks>
    public bool AwaitOther(Sequence other, long atLeast)
    {
        if (other.Value >= atLeast)
            return true;

        TellProgress(_handling.Value - 1);
        return _ring.Waits.WaitUntil(other, atLeast, Halting) >= atLeast;
    }

    private long HandleBatch(long first, long last)
    {
        while (first <= last)
        {
            try
            {
                Handle(first, last);
                break;
            }
            catch (Exception error)
            {
                first = _handling.Value;
                Interlocked.Increment(ref _failedEvents);
                if (Judge(first, error) == AfterError.Halt)
                {
                    TellProgress(first - 1);
                    Halt();
                    return first;
                }

                first++;
            }
        }

        TellProgress(last);
        return last + 1;
    }

    private void Handle(long first, long last)
    {
        for (var sequence = first; sequence <= last; sequence++)
        {
            _handling.Value = sequence;
            _handler(ref _ring[sequence], sequence, sequence == last);
            if (_progressPerEvent)
                TellProgress(sequence);
        }
    }

    // A policy that throws is one that could not be asked; the event stays counted, and the stage must not die of it.
    private AfterError Judge(long sequence, Exception error)
    {
        try
        {
            return _errors.OnError(Name, sequence, error);
        }
        catch (Exception)
        {
            return AfterError.GoOn;
        }
    }

    private void TellProgress(long sequence)
    {
        if (Sequence.Value >= sequence)
            return;

        Sequence.Advance(sequence);
        _ring.Waits.Signal(Sequence);
    }
}
