using System.Diagnostics;
using Draizer.Domain.Markets;
using Draizer.Pipeline.Ingress;
using Draizer.Pipeline.Publishing;
using Draizer.Pipeline.Ring;
using Draizer.Pipeline.Telemetry;
using Draizer.Pipeline.Threads;
using Draizer.Trading.Engine;
using Draizer.Trading.Ports;

namespace Draizer.Pipeline.Engine;

/// <summary>
/// The threaded engine: venues and commands go into the ingress ring, the sequencer stamps them into the main ring, and indicators,
/// strategies, execution and publishing follow one another there, each on its own thread.
/// </summary>
public sealed partial class TradingEngine : IMarketSink, ICommandPort, IAsyncDisposable
{
    private readonly TimeProvider _time;
    private readonly IRingErrorPolicy _errors;
    private readonly IngressGate _gate;
    private readonly RingBuffer<EngineEvent> _ring;
    private readonly InputSequencer _inputs;
    private readonly RingConsumer<IngressItem> _sequencer;
    private readonly StageChain _chain;
    private readonly Publisher _publishing;
    private readonly PendingCommands _pending = new();
    private readonly List<IEngineListener> _listeners = [];
    private readonly Alert _closing;
    private readonly TaskCompletionSource _live = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TimeSpan _drainTimeout;
    private readonly long _startedUs;
    private readonly Lock _lifecycle = new();
    private volatile bool _isStarted;
    private volatile bool _isLive;
    private ITimer? _clock;
    private Task? _ending;

    /// <param name="errors">Hears of every exception in a stage and in a listener. A stage goes on unless it says otherwise.</param>
    /// <param name="waits">Stands in for the wait strategy that the options name.</param>
    public TradingEngine(
        InstrumentCatalogue catalogue, EngineOptions options, IRingErrorPolicy errors, TimeProvider time, IWaitStrategy? waits = null)
    {
        waits ??= WaitStrategies.Parse(options.WaitStrategy);
        _time = time;
        _errors = errors;
        _startedUs = CoreTime.Now(time);
        _drainTimeout = options.DrainTimeout;
        _closing = new Alert(waits);
        Market = new MarketBoard(catalogue.Count);
        Indicators = new IndicatorBoard(catalogue.Count);
        _publishing = new Publisher(_listeners, _pending, Market, Indicators, OnListenerFault);

        _ring = new RingBuffer<EngineEvent>(options.RingSlots, ProducerKind.Single, waits);
        _chain = new StageChain(_ring, catalogue, options, _publishing, errors);
        Pinning = PinningPolicy.For(options.Pinning, _chain.Consumers.Count + 1, ThreadAffinity.AllowedCores());

        _gate = new IngressGate(options.IngressSlots, waits);
        _inputs = new InputSequencer(_ring, _chain.Finished, _closing, time);
        _sequencer = new RingConsumer<IngressItem>("sequencer", _gate.Ring, _gate.Ring.NewBarrier(), _inputs.OnInput, errors);
        _gate.Ring.AddGatingSequences(_sequencer.Sequence);
    }

    public MarketBoard Market { get; }
    public IndicatorBoard Indicators { get; }
    public bool IsLive => _isLive;

    /// <summary>Which stage runs on which core, and why.</summary>
    public PinningPolicy Pinning { get; }

    /// <summary>Adds someone who hears what is published. Before <see cref="Start"/>: those who join later would miss something.</summary>
    public void Attach(IEngineListener listener)
    {
        lock (_lifecycle)
        {
            Demand(!_isStarted, "Listeners are attached before the engine starts.");
            _listeners.Add(listener);
        }
    }

    /// <summary>Starts the threads. Then history may be fed until <see cref="GoLive"/>.</summary>
    public void Start()
    {
        lock (_lifecycle)
        {
            ObjectDisposedException.ThrowIf(_ending is not null, this);
            Demand(!_isStarted, "The engine has started already.");
            _chain.Start(Pinning);
            _sequencer.Start(Pinning.CoreOf(_chain.Consumers.Count));
            _isStarted = true;
        }
    }

    /// <summary>Waits until everything fed so far has gone through every stage.</summary>
    public void WaitUntilIdle()
    {
        DemandStarted();
        _gate.Ring.Waits.WaitUntil(_sequencer.Sequence, _gate.Ring.Cursor, _closing);
        _ring.Waits.WaitUntil(_chain.Finished, _ring.Cursor, _closing);
    }

    public EngineStatus Status() => new()
    {
        StartedUs = _startedUs,
        CoreTimeUs = _inputs.CoreTimeUs,
        Sequence = _ring.Cursor,
        RingCapacity = _ring.Capacity,
        RingDepth = _ring.Depth,
        IngressDepth = _gate.Ring.Depth,
        FailedEvents = _sequencer.FailedEvents + _chain.Consumers.Sum(stage => stage.FailedEvents),
        FailedDeliveries = _publishing.FailedDeliveries,
        WaitStrategy = _ring.Waits.GetType().Name.Replace("WaitStrategy", "", StringComparison.Ordinal),
        Stages = [.. _chain.Consumers.Select((stage, i) => _chain.StatusOf(i, Pinning.CoreOf(i)))],
    };

    /// <summary>Takes nothing more, and finishes what was published.</summary>
    public ValueTask DisposeAsync()
    {
        lock (_lifecycle)
            return new ValueTask(_ending ??= Task.Run(End));
    }

    private void End()
    {
        _clock?.Dispose();
        var started = Stopwatch.GetTimestamp();
        TimeSpan Left() => TimeSpan.FromTicks(Math.Max(0, (_drainTimeout - Stopwatch.GetElapsedTime(started)).Ticks));

        // In the order of the flow: each ends once it has finished what the one before it left.
        _gate.Close(_isStarted ? Left() : TimeSpan.Zero);
        _sequencer.DrainAndStop(_gate.Ring.Cursor);
        var isDrained = _sequencer.Join(Left());
        _closing.Raise();
        if (!isDrained)
        {
            _sequencer.Halt();
            _sequencer.Join(Left());
        }

        isDrained &= _chain.DrainAndStop(Left);
        if (!isDrained)
        {
            var why = $"The stages did not finish within {_drainTimeout}; what they had left is lost.";
            Report("engine", _ring.Cursor, new TimeoutException(why));
        }

        _pending.FailAll("The engine has ended.");
        _live.TrySetResult();
    }

    private void OnListenerFault(long sequence, Exception exception) => Report("listener", sequence, exception);

    private void Report(string who, long sequence, Exception exception)
    {
        try
        {
            _errors.OnError(who, sequence, exception);
        }
        catch (Exception)
        {
            // Whoever cannot be told must not bring down the one who tells; it is counted already.
        }
    }

    private void DemandStarted() => Demand(_isStarted, "The engine has not started.");

    private static void Demand(bool isSo, string otherwise)
    {
        if (!isSo)
            throw new InvalidOperationException(otherwise);
    }
}
