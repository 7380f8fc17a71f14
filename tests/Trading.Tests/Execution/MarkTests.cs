using Draizer.Domain.Markets;
using Draizer.Domain.Outputs;
using Draizer.Trading.Engine;
using Draizer.Trading.Execution;

namespace Draizer.Trading.Tests.Execution;

/// <summary>What a price costs: how often a position's value is told, and what is allocated for it.</summary>
public sealed class MarkTests
{
    [Fact]
    public void The_value_of_a_position_is_told_five_times_a_second_at_most()
    {
        var bench = Holding(startUs: 1_000_000);
        List<long> told = [];
        for (var timeUs = 1_000_000L; timeUs <= 1_600_000; timeUs += 10_000)
        {
            bench.Trade(timeUs, 100);
            told.AddRange(bench.Outputs.OfType<PositionMarked>().Select(m => m.Stamp.TimeUs));
        }

        Assert.Equal([1_000_000, 1_200_000, 1_400_000, 1_600_000], told);
    }

    [Fact]
    public void Quotes_alone_tell_nothing()
    {
        var bench = Holding(startUs: 1_000_000);
        bench.Quote(2_000_000, 90, 91);

        Assert.Empty(bench.Outputs);
    }

    [Fact]
    public void A_market_event_without_positions_allocates_nothing() => Assert.Equal(0, AllocatedPerThousandEvents(isHolding: false));

    [Fact]
    public void A_market_event_with_a_position_allocates_only_what_it_tells()
    {
        // A thousand events a millisecond apart tell the value five times; a snapshot and its output are some 500 bytes.
        Assert.InRange(AllocatedPerThousandEvents(isHolding: true), 1, 10_000);
    }

    private static ExecutionBench Holding(long startUs)
    {
        var bench = new ExecutionBench();
        bench.Start(ExecutionBench.Session("a"));
        bench.Quote(startUs, 100, 100);
        bench.Intents(startUs, ExecutionBench.Open(startUs));
        return bench;
    }

    private static long AllocatedPerThousandEvents(bool isHolding)
    {
        var stage = new ExecutionStage(ExecutionBench.Catalogue, new ExecutionBench(), new ExecutionOptions());
        var e = default(EngineEvent);
        Feed(stage, ref e, InputKind.Command, 0);
        e.Command = new Domain.Commands.StartSession(ExecutionBench.Session("a"));
        stage.Process(ref e);
        Feed(stage, ref e, InputKind.Market, 1, MarketEvent.Quote(ExecutionBench.Coin, 1, 100, 10, 100.1, 10));
        stage.Process(ref e);
        if (isHolding)
        {
            Feed(stage, ref e, InputKind.Clock, 1);
            e.Intents.Add(ExecutionBench.Open(1));
            stage.Process(ref e);
        }

        var fromUs = 10_000L;
        Run(stage, ref e, fromUs, 5_000);
        return Allocation.Of(() => Run(stage, ref e, fromUs += 10_000_000, 1_000));
    }

    private static void Run(ExecutionStage stage, ref EngineEvent e, long fromUs, int events)
    {
        for (var i = 0; i < events; i++)
        {
            var timeUs = fromUs + (i * 1_000);
            var market = (i % 3) switch
            {
                0 => MarketEvent.Quote(ExecutionBench.Coin, timeUs, 100 + (i % 7 / 10.0), 10, 100.9, 10),
                1 => MarketEvent.Trade(ExecutionBench.Coin, timeUs, 100 + (i % 9 / 10.0), 1, Side.Sell),
                _ => MarketEvent.Mark(ExecutionBench.Coin, timeUs, 100.25),
            };
            Feed(stage, ref e, InputKind.Market, timeUs, market);
            stage.Process(ref e);
        }
    }

    private static void Feed(ExecutionStage stage, ref EngineEvent e, InputKind kind, long timeUs, MarketEvent market = default)
    {
        e.Reset();
        e.Kind = kind;
        e.Sequence++;
        e.TimeUs = timeUs;
        e.Market = market;
        stage.Advance(ref e);
    }
}
