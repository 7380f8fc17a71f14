using Draizer.Pipeline.Engine;

namespace Draizer.Api.Health;

/// <summary>Events per second over the last while, measured between one look and the next.</summary>
public sealed class EventRate(TradingEngine engine, TimeProvider time)
{
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private long _sequence = engine.Status().Sequence;
    private long _at = time.GetTimestamp();
    private double _rate;

    public double PerSecond
    {
        get
        {
            lock (_lock)
            {
                var elapsed = time.GetElapsedTime(_at);
                if (elapsed >= Shortest)
                {
                    var sequence = engine.Status().Sequence;
                    _rate = Math.Round((sequence - _sequence) / elapsed.TotalSeconds, 1);
                    (_sequence, _at) = (sequence, time.GetTimestamp());
                }

                return _rate;
            }
        }
    }
}
