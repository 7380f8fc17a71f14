using Draizer.Pipeline.Ring;
using Draizer.Trading.Engine;

namespace Draizer.Pipeline.Ingress;

/// <summary>
/// Makes one sequence of all inputs: the only producer of the main ring. Core time is the time of arrival here, and never goes back.
/// </summary>
public sealed class InputSequencer(RingBuffer<EngineEvent> ring, Sequence slowestConsumer, Alert givesUp, TimeProvider time)
{
    private long _coreTimeUs;

    public long CoreTimeUs => Volatile.Read(ref _coreTimeUs);

    /// <summary>Handler of the ingress ring. Waits while the main ring is full, which holds the edge back and no stage.</summary>
    public void OnInput(ref IngressItem item, long sequence, bool endOfBatch)
    {
        if (!ring.Claim(1, givesUp, out var claimed))
            return;

        ref var slot = ref ring[claimed];
        slot.Reset();
        slot.Sequence = claimed;
        slot.Kind = item.Kind;
        slot.Market = item.Market;
        slot.Command = item.Command;
        slot.CorrelationId = item.CorrelationId;
        slot.IsHistory = item.IsHistory;
        slot.IsStored = item.IsStored;
        slot.IngestTimestamp = item.IngestTimestamp;
        slot.TimeUs = Math.Max(_coreTimeUs, item.TimeUs > 0 ? item.TimeUs : CoreTime.Now(time));
        slot.LagUs = item.TimeUs > 0 ? 0 : Lag(claimed, slot.TimeUs);

        item.Command = null;
        Volatile.Write(ref _coreTimeUs, slot.TimeUs);
        ring.Publish(claimed);
    }

    // The age of the oldest input that the stages have not finished.
    private long Lag(long claimed, long nowUs)
    {
        var oldest = slowestConsumer.Value + 1;
        return oldest >= claimed ? 0 : Math.Max(0, nowUs - ring[oldest].TimeUs);
    }
}
