using Draizer.Domain.Markets;
using Draizer.Pipeline.Publishing;
using Draizer.Pipeline.Ring;
using Draizer.Pipeline.Telemetry;
using Draizer.Pipeline.Threads;
using Draizer.Trading.Engine;

namespace Draizer.Pipeline.Engine;

/// <summary>
/// The stages on the main ring, and who waits for whom: strategies follow indicators, execution brings its clock up to an event as soon
/// as it is there and then follows strategies, publishing follows execution.
/// </summary>
internal sealed class StageChain
{
    private readonly RingBuffer<EngineEvent> _ring;
    private readonly Stages _stages;
    private readonly Publisher _publishing;
    private readonly ReportHorizon _horizon;
    private readonly Sequence _clockBroughtUpTo = new();
    private readonly RingConsumer<EngineEvent> _indicators;
    private readonly RingConsumer<EngineEvent> _strategies;
    private readonly RingConsumer<EngineEvent> _execution;
    private readonly RingConsumer<EngineEvent> _publisher;
    private readonly StageMeter[] _meters = [new(), new(), new(), new()];

    public StageChain(
        RingBuffer<EngineEvent> ring, InstrumentCatalogue catalogue, EngineOptions options, Publisher publishing, IRingErrorPolicy errors)
    {
        var reports = new SpscReportQueue();
        _ring = ring;
        _stages = new Stages(catalogue, options, reports, reports);
        _publishing = publishing;
        _horizon = new ReportHorizon(ring.Capacity);

        _indicators = new RingConsumer<EngineEvent>("indicators", ring, ring.NewBarrier(), OnIndicators, errors);
        _strategies = new RingConsumer<EngineEvent>("strategy", ring, ring.NewBarrier(_indicators.Sequence), OnStrategies, errors);
        _execution = new RingConsumer<EngineEvent>(
            "execution", ring, ring.NewBarrier(), OnExecution, errors, new RingConsumerOptions { ProgressPerEvent = true });
        _publisher = new RingConsumer<EngineEvent>("publish", ring, ring.NewBarrier(_execution.Sequence), OnPublish, errors);
        ring.AddGatingSequences(_publisher.Sequence);
        Consumers = [_indicators, _strategies, _execution, _publisher];
    }

    /// <summary>In the order of the flow.</summary>
    public IReadOnlyList<RingConsumer<EngineEvent>> Consumers { get; }

    /// <summary>The last event that every stage has finished.</summary>
    public Sequence Finished => _publisher.Sequence;

    public void Start(PinningPolicy pinning)
    {
        for (var i = 0; i < Consumers.Count; i++)
            Consumers[i].Start(pinning.CoreOf(i));
    }

    /// <summary>Ends the threads once they have finished what is in the ring. False if they could not in time and were halted.</summary>
    public bool DrainAndStop(Func<TimeSpan> patience)
    {
        foreach (var stage in Consumers)
            stage.DrainAndStop(_ring.Cursor);

        var isDrained = true;
        foreach (var stage in Consumers)
            isDrained &= stage.Join(patience());

        // From the end of the flow: an event that a halted stage lets go must not be published.
        for (var i = Consumers.Count - 1; i >= 0 && !isDrained; i--)
            Consumers[i].Halt();
        return isDrained;
    }

    public StageStatus StatusOf(int stage, int? core) =>
        new(Consumers[stage].Name, Consumers[stage].Sequence.Value + 1, core, _meters[stage].Latency);

    private void OnIndicators(ref EngineEvent e, long sequence, bool endOfBatch)
    {
        _stages.Indicators.Process(ref e);
        _meters[0].Record(e);
    }

    private void OnStrategies(ref EngineEvent e, long sequence, bool endOfBatch)
    {
        var required = _horizon.Require(e);
        _horizon.Learn(e);
        if (!_strategies.AwaitOther(_clockBroughtUpTo, required))
            return;

        _stages.Strategies.Process(ref e);
        _meters[1].Record(e);
    }

    private void OnExecution(ref EngineEvent e, long sequence, bool endOfBatch)
    {
        bool isMyTurn;
        try
        {
            _stages.Execution.Advance(ref e);
        }
        finally
        {
            // Told at once: the strategy stage may be waiting for it with this very event in hand. After a fault too, and then it is
            // waited for as well: once this stage lets an event go, it is published.
            _clockBroughtUpTo.Advance(sequence);
            _ring.Waits.Signal(_clockBroughtUpTo);
            isMyTurn = _execution.AwaitOther(_strategies.Sequence, sequence);
        }

        if (!isMyTurn)
            return;

        _stages.Execution.Process(ref e);
        _meters[2].Record(e);
    }

    private void OnPublish(ref EngineEvent e, long sequence, bool endOfBatch)
    {
        _publishing.OnEvent(ref e, endOfBatch);
        _meters[3].Record(e);
    }
}
