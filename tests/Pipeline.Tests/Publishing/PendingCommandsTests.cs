using Draizer.Domain.Commands;
using Draizer.Pipeline.Publishing;

namespace Draizer.Pipeline.Tests.Publishing;

public sealed class PendingCommandsTests
{
    private readonly PendingCommands _pending = new();

    [Fact]
    public async Task Each_sender_gets_its_own_answer_and_only_the_first()
    {
        var (first, firstAnswer) = _pending.Add();
        var (second, secondAnswer) = _pending.Add();

        _pending.Complete(second, new CommandResult("no"));
        _pending.Complete(first, CommandResult.Done);
        _pending.Complete(first, new CommandResult("too late"));
        _pending.Complete(99, CommandResult.Done);

        Assert.True((await firstAnswer).IsDone);
        Assert.Equal("no", (await secondAnswer).RefusalCode);
        Assert.Equal(0, _pending.Count);
    }

    [Fact]
    public async Task When_nobody_will_answer_those_who_wait_and_those_who_come_are_told()
    {
        var (_, before) = _pending.Add();
        _pending.FailAll("over");
        var (_, after) = _pending.Add();

        Assert.Equal("over", (await Assert.ThrowsAsync<InvalidOperationException>(() => before)).Message);
        Assert.Equal("over", (await Assert.ThrowsAsync<InvalidOperationException>(() => after)).Message);
        Assert.Equal(0, _pending.Count);
    }
}
