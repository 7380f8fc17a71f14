using Draizer.Domain.Commands;
using Draizer.Domain.Markets;
using Draizer.Domain.Outputs;
using Draizer.Pipeline.Publishing;
using Draizer.Pipeline.Ring;
using Draizer.Trading.Engine;

namespace Draizer.Pipeline.Engine;

/// <summary>The core on the caller's thread, one event at a time: the same stages and the same outputs as the threaded engine.</summary>
public sealed class InlineEngine
{
    private readonly Stages _stages;
    private EngineEvent _event;
    private long _sequence;
    private long _timeUs;
    private long _correlation;

    public InlineEngine(InstrumentCatalogue catalogue, EngineOptions? options = null)
    {
        var reports = new SpscReportQueue();
        _stages = new Stages(catalogue, options ?? new EngineOptions(), reports, reports);
        _event.Reset();
    }

    /// <summary>Receives every output, in order.</summary>
    public Action<Output>? Output { get; set; }

    /// <summary>
    /// Hears of a stage's exception, and then the other stages go on with the event as in the threaded engine. Without it the exception
    /// is thrown.
    /// </summary>
    public IRingErrorPolicy? Errors { get; set; }

    public long TimeUs => _timeUs;

    public void History(in MarketEvent marketEvent, long timeUs)
    {
        Begin(InputKind.Market, timeUs);
        _event.Market = marketEvent;
        _event.IsHistory = true;
        Run();
    }

    public void Boot(long timeUs)
    {
        Begin(InputKind.Boot, timeUs);
        Run();
    }

    public void Market(in MarketEvent marketEvent, long timeUs)
    {
        Begin(InputKind.Market, timeUs);
        _event.Market = marketEvent;
        Run();
    }

    public void Clock(long timeUs)
    {
        Begin(InputKind.Clock, timeUs);
        Run();
    }

    public CommandResult Submit(Command command, long timeUs)
    {
        Begin(InputKind.Command, timeUs);
        _event.Command = command;
        _event.CorrelationId = ++_correlation;
        CommandResult? answer = null;
        Run(output =>
        {
            if (output is CommandAnswered answered)
                answer = answered.Result;
        });
        return answer ?? PendingCommands.NotAnswered;
    }

    private void Begin(InputKind kind, long timeUs)
    {
        _event.Reset();
        _event.Kind = kind;
        _event.Market = default;
        _event.Sequence = _sequence++;
        _event.TimeUs = _timeUs = Math.Max(_timeUs, timeUs);
    }

    private void Run(Action<Output>? also = null)
    {
        Try("indicators", static engine => engine._stages.Indicators.Process(ref engine._event));
        var isUpToDate = Try("execution", static engine => engine._stages.Execution.Advance(ref engine._event));
        Try("strategy", static engine => engine._stages.Strategies.Process(ref engine._event));
        if (isUpToDate)
            Try("execution", static engine => engine._stages.Execution.Process(ref engine._event));

        var execution = _event.ExecutionOutputs.Items;
        Tell(execution[.._event.OutputsBeforeStrategy], also);
        Tell(_event.Outputs.Items, also);
        Tell(execution[_event.OutputsBeforeStrategy..], also);
    }

    private bool Try(string stage, Action<InlineEngine> work)
    {
        try
        {
            work(this);
            return true;
        }
        catch (Exception e) when (Errors is not null)
        {
            Errors.OnError(stage, _event.Sequence, e);
            return false;
        }
    }

    private void Tell(ReadOnlySpan<Output> outputs, Action<Output>? also)
    {
        foreach (var output in outputs)
        {
            Output?.Invoke(output);
            also?.Invoke(output);
        }
    }
}
