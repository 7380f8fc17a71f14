using Draizer.Domain.Markets;
using Draizer.Trading.Engine;
using Draizer.Trading.Execution;
using Draizer.Trading.Indicators;
using Draizer.Trading.Strategies;

namespace Draizer.Pipeline.Engine;

/// <summary>The deterministic core: three stages and the one thing that flows back between them.</summary>
public sealed class Stages
{
    public Stages(InstrumentCatalogue catalogue, EngineOptions options, IReportSink reportSink, IReportSource reportSource)
    {
        Indicators = new IndicatorStage(catalogue, options.Indicators);
        Strategies = new StrategyStage(catalogue, reportSource, options.Strategies);
        Execution = new ExecutionStage(catalogue, reportSink, options.Execution);
    }

    public IndicatorStage Indicators { get; }
    public StrategyStage Strategies { get; }
    public ExecutionStage Execution { get; }
}
