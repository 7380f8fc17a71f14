using Draizer.Pipeline.Ring;

namespace Draizer.Pipeline.Tests.Ring;

public sealed class WaitStrategiesTests
{
    [Theory]
    [InlineData("adaptive", typeof(AdaptiveWaitStrategy))]
    [InlineData("blocking", typeof(BlockingWaitStrategy))]
    [InlineData("sleeping", typeof(SleepingWaitStrategy))]
    [InlineData("yielding", typeof(YieldingWaitStrategy))]
    [InlineData("busy-spin", typeof(BusySpinWaitStrategy))]
    public void Each_name_gives_its_strategy(string name, Type expected)
    {
        Assert.IsType(expected, WaitStrategies.Parse(name));
        Assert.Contains(name, WaitStrategies.Names);
    }

    [Fact]
    public void An_unknown_name_is_refused_with_the_names_there_are()
    {
        var error = Assert.Throws<FormatException>(() => WaitStrategies.Parse("busy"));

        Assert.Contains("busy-spin", error.Message, StringComparison.Ordinal);
    }

    [Theory, InlineData(1), InlineData(2), InlineData(64)]
    public void Every_machine_gets_one_that_parks(int cores) =>
        Assert.IsType<AdaptiveWaitStrategy>(WaitStrategies.ForThisMachine(cores));

    [Fact]
    public void A_group_is_as_far_as_its_slowest_and_an_empty_one_holds_nobody_back()
    {
        var (a, b) = (new Sequence(), new Sequence());
        a.Advance(7);
        b.Advance(5);

        Assert.Equal(5, new SequenceGroup(a, b).Minimum());
        Assert.Equal(long.MaxValue, SequenceGroup.Empty.Minimum());
    }
}
