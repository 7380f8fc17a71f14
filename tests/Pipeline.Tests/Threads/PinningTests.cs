using Draizer.Pipeline.Threads;

namespace Draizer.Pipeline.Tests.Threads;

public sealed class PinningTests
{
    [Fact]
    public void Auto_pins_when_every_thread_can_have_a_core()
    {
        var policy = PinningPolicy.For(PinningMode.Auto, threads: 2, cores: [4, 6, 8]);

        Assert.True(policy.IsOn);
        Assert.Equal(4, policy.CoreOf(0));
        Assert.Equal(6, policy.CoreOf(1));
    }

    [Fact]
    public void Auto_leaves_threads_alone_when_there_are_fewer_cores_and_says_so()
    {
        var policy = PinningPolicy.For(PinningMode.Auto, threads: 5, cores: [0, 1]);

        Assert.False(policy.IsOn);
        Assert.Null(policy.CoreOf(0));
        Assert.Equal("pinning is off: 5 threads, 2 cores", policy.Text);
    }

    [Fact]
    public void Forced_shares_the_cores_in_turn()
    {
        var policy = PinningPolicy.For(PinningMode.Forced, threads: 3, cores: [0, 1]);

        Assert.Equal([0, 1, 0], Enumerable.Range(0, 3).Select(thread => policy.CoreOf(thread)));
    }

    [Fact]
    public void Off_is_off()
    {
        Assert.Null(PinningPolicy.For(PinningMode.Off, threads: 1, cores: [0, 1]).CoreOf(0));
    }

    [Fact]
    public void A_thread_that_asks_for_an_allowed_core_runs_on_it_where_the_system_can()
    {
        var core = ThreadAffinity.AllowedCores()[^1];
        var ranOn = -1;
        var thread = new StageThread("pinned", () => ranOn = Thread.GetCurrentProcessorId(), core);
        thread.Start();
        Assert.True(thread.Join(TimeSpan.FromSeconds(60)));

        if (OperatingSystem.IsLinux() || OperatingSystem.IsWindows())
        {
            Assert.Equal(new PinningOutcome(PinningResult.Pinned, $"pinned to core {core}"), thread.Pinning);
            Assert.Equal(core, ranOn);
        }
        else
        {
            Assert.Equal(PinningResult.Unsupported, thread.Pinning.Result);
        }
    }

    [Theory, InlineData(-1), InlineData(1023), InlineData(100_000)]
    public void A_core_that_is_not_there_is_refused_with_a_reason_and_the_thread_runs(int core)
    {
        var ran = false;
        var thread = new StageThread("unpinned", () => ran = true, core);
        thread.Start();
        Assert.True(thread.Join(TimeSpan.FromSeconds(60)));

        Assert.True(ran);
        Assert.NotEqual(PinningResult.Pinned, thread.Pinning.Result);
        Assert.NotEmpty(thread.Pinning.Text);
    }

    [Fact]
    public void A_stage_thread_has_its_name_and_does_not_keep_the_process_alive()
    {
        var (name, background) = ("", false);
        var thread = new StageThread("strategy", () => (name, background) = (Thread.CurrentThread.Name ?? "", Thread.CurrentThread.IsBackground));
        thread.Start();
        Assert.True(thread.Join(TimeSpan.FromSeconds(60)));

        Assert.Equal("strategy", name);
        Assert.True(background);
        Assert.Equal(PinningOutcome.NotAsked, thread.Pinning);
    }
}
