using Draizer.Domain.Commands;
using Draizer.Domain.Outputs;
using Draizer.Trading.Engine;
using Draizer.Trading.Ports;

namespace Draizer.Pipeline.Publishing;

/// <summary>
/// The last stage: hands what the others decided to the listeners, and keeps the boards. A listener that throws misses what it threw
/// on, and nobody else does.
/// </summary>
/// <param name="onListenerFault">Told on the publishing thread; must not throw.</param>
public sealed class Publisher(
    IReadOnlyList<IEngineListener> listeners, PendingCommands pending, MarketBoard market, IndicatorBoard indicators,
    Action<long, Exception> onListenerFault)
{
    private readonly TickRow[] _ticks = new TickRow[512];
    private int _tickCount;
    private long _failedDeliveries;

    /// <summary>How often a listener threw.</summary>
    public long FailedDeliveries => Volatile.Read(ref _failedDeliveries);

    public void OnEvent(ref EngineEvent e, bool endOfBatch)
    {
        try
        {
            KeepBindings(e);
            TellOutputs(ref e);
            if (e.Kind == InputKind.Command)
                pending.Complete(e.CorrelationId, PendingCommands.NotAnswered);
            else if (e.Kind == InputKind.Market)
                OnMarket(e);
        }
        finally
        {
            if (endOfBatch)
                FlushTicks(e.Sequence);
        }
    }

    private void KeepBindings(in EngineEvent e)
    {
        if (e.Command is StartSession start && e.Bindings is { } bindings)
            indicators.Bind(start.SessionId, bindings);
        else if (e.Command is ReleaseSession release)
            indicators.Unbind(release.SessionId);
    }

    private void TellOutputs(ref EngineEvent e)
    {
        var execution = e.ExecutionOutputs.Items;
        Tell(execution[..e.OutputsBeforeStrategy], e.Sequence);
        Tell(e.Outputs.Items, e.Sequence);
        Tell(execution[e.OutputsBeforeStrategy..], e.Sequence);
    }

    private void Tell(ReadOnlySpan<Output> outputs, long sequence)
    {
        foreach (var output in outputs)
        {
            foreach (var listener in listeners)
            {
                try
                {
                    listener.OnOutput(output);
                }
                catch (Exception e)
                {
                    Fault(sequence, e);
                }
            }

            // After the listeners: who is told that a command is done finds its results on their way already.
            if (output is CommandAnswered answered)
                pending.Complete(answered.CorrelationId, answered.Result);
        }
    }

    private void OnMarket(in EngineEvent e)
    {
        market.Apply(e.Market, e.TimeUs);
        indicators.Apply(e);
        if (e.IsStored)
            return;

        _ticks[_tickCount++] = new TickRow(e.TimeUs, e.Sequence, e.Market);
        if (_tickCount == _ticks.Length)
            FlushTicks(e.Sequence);
    }

    private void FlushTicks(long sequence)
    {
        if (_tickCount == 0)
            return;

        foreach (var listener in listeners)
        {
            try
            {
                listener.OnTicks(_ticks.AsSpan(0, _tickCount));
            }
            catch (Exception e)
            {
                Fault(sequence, e);
            }
        }

        _tickCount = 0;
    }

    private void Fault(long sequence, Exception exception)
    {
        Interlocked.Increment(ref _failedDeliveries);
        onListenerFault(sequence, exception);
    }
}
