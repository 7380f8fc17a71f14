using Draizer.Grains.Hosting;

namespace Draizer.Grains.Tests.Hosting;

public sealed class MailboxTests
{
    [Fact]
    public async Task Concurrent_callers_are_handled_one_at_a_time_and_all_are_answered()
    {
        var inside = 0;
        var sum = 0;
        var mailbox = new Mailbox(
            async message =>
            {
                Assert.Equal(1, Interlocked.Increment(ref inside));
                await Task.Yield();
                sum += (int)message;
                Interlocked.Decrement(ref inside);
                return message;
            },
            e => Assert.Fail(e.Message));

        var callers = Enumerable.Range(0, 8).Select(caller => Task.Run(async () =>
        {
            for (var i = 0; i < 200; i++)
            {
                Assert.True(mailbox.TryAsk((caller * 200) + i, out var answer));
                Assert.Equal((caller * 200) + i, await answer);
            }
        }));
        await Task.WhenAll(callers);

        Assert.Equal(1_600 * 1_599 / 2, sum);
    }

    [Fact]
    public async Task Messages_are_handled_in_the_order_of_arrival()
    {
        var seen = new List<object>();
        var mailbox = new Mailbox(message => Note(seen, message), _ => { });

        for (var i = 0; i < 1_000; i++)
            mailbox.TryPost(i);
        mailbox.Close();
        await mailbox.Completion;

        Assert.Equal(Enumerable.Range(0, 1_000).Cast<object>(), seen);
    }

    [Fact]
    public async Task A_throwing_message_fails_its_caller_and_the_next_is_handled()
    {
        var faults = new List<Exception>();
        var mailbox = new Mailbox(
            message => message is "bad" ? throw new InvalidOperationException("no") : ValueTask.FromResult<object?>("fine"), faults.Add);

        mailbox.TryAsk("bad", out var bad);
        mailbox.TryAsk("good", out var good);

        await Assert.ThrowsAsync<InvalidOperationException>(() => bad);
        Assert.Equal("fine", await good);
        Assert.Equal("no", Assert.Single(faults).Message);
    }

    [Fact]
    public async Task A_closed_mailbox_handles_what_it_had_taken_and_takes_nothing_more()
    {
        var gate = new TaskCompletionSource();
        var seen = new List<object>();
        var mailbox = new Mailbox(
            async message =>
            {
                await gate.Task;
                return await Note(seen, message);
            },
            _ => { });

        mailbox.TryPost("first");
        mailbox.TryPost("second");
        mailbox.Close();
        Assert.False(mailbox.TryPost("late"));
        Assert.False(mailbox.TryAsk("late", out _));
        gate.SetResult();
        await mailbox.Completion;

        Assert.Equal(["first", "second"], seen);
    }

    [Fact]
    public async Task Closing_after_this_message_is_refused_while_another_waits()
    {
        var closings = new List<bool>();
        var gate = new TaskCompletionSource();
        Mailbox? mailbox = null;
        mailbox = new Mailbox(
            async _ =>
            {
                await gate.Task;
                closings.Add(mailbox!.TryCloseAfterThis());
                return null;
            },
            _ => { });

        mailbox.TryPost("first");
        mailbox.TryPost("second");
        gate.SetResult();
        await mailbox.Completion;

        Assert.Equal([false, true], closings);
        Assert.False(mailbox.TryPost("late"));
    }

    private static ValueTask<object?> Note(List<object> seen, object message)
    {
        seen.Add(message);
        return ValueTask.FromResult<object?>(null);
    }
}
