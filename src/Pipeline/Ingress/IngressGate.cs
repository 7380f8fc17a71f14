using Draizer.Pipeline.Ring;

namespace Draizer.Pipeline.Ingress;

/// <summary>
/// The way into the engine, for any number of threads. Once it is closed it takes nothing more, and everything it took is in the ring.
/// </summary>
public sealed class IngressGate
{
    private readonly Alert _givesUp;
    private int _inside;
    private int _closed;

    public IngressGate(int slots, IWaitStrategy waits)
    {
        Ring = new RingBuffer<IngressItem>(slots, ProducerKind.Multi, waits);
        _givesUp = new Alert(waits);
    }

    public RingBuffer<IngressItem> Ring { get; }

    public bool IsClosed => Volatile.Read(ref _closed) != 0;

    /// <summary>Puts an input in, waiting while the ring is full. False once closed. Not for threads that run a stage.</summary>
    public bool Put(in IngressItem item)
    {
        if (!TryEnter())
            return false;

        var isIn = Ring.Claim(1, _givesUp, out var claimed);
        if (isIn)
            Write(claimed, item);
        Leave();
        return isIn;
    }

    /// <summary>Puts an input in if there is room at once.</summary>
    public bool TryPut(in IngressItem item)
    {
        if (!TryEnter())
            return false;

        var isIn = Ring.TryClaim(1, out var claimed);
        if (isIn)
            Write(claimed, item);
        Leave();
        return isIn;
    }

    /// <summary>Closes, and lets those who are inside finish; those who find no room in time give up.</summary>
    public void Close(TimeSpan patience)
    {
        Interlocked.Exchange(ref _closed, 1);
        if (SpinWait.SpinUntil(IsEmpty, patience))
            return;

        _givesUp.Raise();
        SpinWait.SpinUntil(IsEmpty);
    }

    // Announced first and then looked: whoever is not seen by a close has seen the close.
    private bool TryEnter()
    {
        Interlocked.Increment(ref _inside);
        if (!IsClosed)
            return true;

        Leave();
        return false;
    }

    private void Leave() => Interlocked.Decrement(ref _inside);

    private bool IsEmpty() => Volatile.Read(ref _inside) == 0;

    private void Write(long claimed, in IngressItem item)
    {
        Ring[claimed] = item;
        Ring.Publish(claimed);
    }
}
