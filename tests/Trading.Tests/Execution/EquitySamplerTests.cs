using Draizer.Domain.Commands;
using Draizer.Domain.Outputs;

namespace Draizer.Trading.Tests.Execution;

/// <summary>Equity, sampled at whole minutes of core time.</summary>
public sealed class EquitySamplerTests
{
    private const long Minute = 60_000_000;

    [Fact]
    public void Every_minute_that_passed_is_sampled_at_its_own_time()
    {
        var bench = Started(10);
        bench.Clock(Minute - 1);
        Assert.Empty(Samples(bench));

        bench.Clock((3 * Minute) + 5);
        Assert.Equal([Minute, 2 * Minute, 3 * Minute], Samples(bench));
    }

    [Fact]
    public void A_session_is_not_sampled_before_it_started_however_long_the_engine_ran()
    {
        var bench = new ExecutionBench();
        for (var i = 0; i < 100; i++)
            bench.Clock((10 * Minute) + i);
        bench.Start(ExecutionBench.Session("a"), (12 * Minute) + 1);
        Assert.Equal([(12 * Minute) + 1], Samples(bench));

        bench.Clock(13 * Minute);
        Assert.Equal([13 * Minute], Samples(bench));
    }

    [Fact]
    public void A_sample_counts_what_positions_are_worth()
    {
        var bench = Started(0);
        bench.Quote(1, 100, 100);
        bench.Intents(1, ExecutionBench.Open(1));
        bench.Trade(2, 103);
        bench.Clock(Minute);

        Assert.Equal(1_003m, bench.Outputs.OfType<EquitySampled>().Single().Balance.Equity);
    }

    [Fact]
    public void A_session_that_stopped_is_sampled_at_its_end_and_not_again()
    {
        var bench = Started(0);
        bench.Command(Minute / 2, new StopSession("a", ClosePositions: true));
        Assert.Equal([Minute / 2], Samples(bench));

        bench.Clock(2 * Minute);
        Assert.Empty(Samples(bench));
    }

    private static ExecutionBench Started(long timeUs)
    {
        var bench = new ExecutionBench();
        bench.Start(ExecutionBench.Session("a"), timeUs);
        return bench;
    }

    private static long[] Samples(ExecutionBench bench) => [.. bench.Outputs.OfType<EquitySampled>().Select(s => s.Stamp.TimeUs)];
}
