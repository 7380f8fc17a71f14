using System.Threading.Channels;

namespace Draizer.Grains.Hosting;

/// <summary>
/// Lets an actor handle one message at a time, in the order of arrival. A message that throws fails its own caller and nothing else.
/// </summary>
public sealed class Mailbox
{
    private const int Closed = int.MinValue;

    private readonly Channel<Letter> _letters = Channel.CreateUnbounded<Letter>(new UnboundedChannelOptions { SingleReader = true });
    private readonly Func<object, ValueTask<object?>> _handle;
    private readonly Action<Exception> _onFault;

    // Letters accepted and not yet handled; negative once closed. Counting before writing is what keeps a closing mailbox from losing one.
    private int _pending;

    public Mailbox(Func<object, ValueTask<object?>> handle, Action<Exception> onFault)
    {
        _handle = handle;
        _onFault = onFault;
        Completion = Task.Run(WorkAsync);
    }

    /// <summary>Ends when the mailbox is closed and everything accepted has been handled.</summary>
    public Task Completion { get; }

    /// <summary>False when the mailbox is closed. Never waits.</summary>
    public bool TryPost(object message) => TryPut(new Letter(message, Reply: null));

    /// <summary>As <see cref="TryPost"/>, with an answer: what the handler returned or threw.</summary>
    public bool TryAsk(object message, out Task<object?> answer)
    {
        var reply = new TaskCompletionSource<object?>(TaskCreationOptions.RunContinuationsAsynchronously);
        answer = reply.Task;
        return TryPut(new Letter(message, reply));
    }

    /// <summary>Takes nothing more; what was accepted is still handled.</summary>
    public void Close()
    {
        if (Interlocked.Or(ref _pending, Closed) == 0)
            _letters.Writer.TryComplete();
    }

    /// <summary>Called while a message is handled: closes if no other is waiting.</summary>
    public bool TryCloseAfterThis() => Interlocked.CompareExchange(ref _pending, Closed | 1, comparand: 1) == 1;

    private bool TryPut(Letter letter)
    {
        var pending = Volatile.Read(ref _pending);
        while (pending >= 0)
        {
            var seen = Interlocked.CompareExchange(ref _pending, pending + 1, pending);
            if (seen == pending)
                return _letters.Writer.TryWrite(letter);
            pending = seen;
        }

        return false;
    }

    private async Task WorkAsync()
    {
        await foreach (var letter in _letters.Reader.ReadAllAsync())
        {
            await HandleAsync(letter);
            if (Interlocked.Decrement(ref _pending) == Closed)
                _letters.Writer.TryComplete();
        }
    }

    private async ValueTask HandleAsync(Letter letter)
    {
        try
        {
            var answer = await _handle(letter.Message);
            letter.Reply?.SetResult(answer);
        }
        catch (Exception e)
        {
            // Reported before it is answered, so that whoever has the answer finds the report.
            _onFault(e);
            letter.Reply?.SetException(e);
        }
    }

    private readonly record struct Letter(object Message, TaskCompletionSource<object?>? Reply);
}
