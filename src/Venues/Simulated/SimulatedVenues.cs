using Draizer.Trading.Ports;

namespace Draizer.Venues.Simulated;

/// <summary>Plays a <see cref="SimulatedMarket"/>: its past at once, then its present as time goes by.</summary>
/// <remarks>
/// At speed 1 the market's clock is the wall clock; at any other it begins at the start of the live part when it is run. A wall clock
/// that is set back stops the market's for a moment and never turns it back. After a pause of the process, what is older
/// than a second is generated and thrown away: the stream stays a function of its seed, and the sink is not flooded.
/// </remarks>
public sealed class SimulatedVenues
{
    private const int CancellationCheckEvery = 1 << 16;
    private static readonly TimeSpan WakeEvery = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan LongestCatchUp = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan KeptAfterPause = TimeSpan.FromSeconds(1);

    private readonly SimulatedMarket _market;
    private readonly TimeProvider _time;
    private readonly double _speed;
    private readonly long _liveFromUs;
    private DateTimeOffset _wall;
    private long _marketUs;
    private bool _isLive;

    /// <param name="liveFromUs">Events before it are history; see <see cref="TryNextOfHistory"/>.</param>
    /// <param name="speed">Seconds of the market per second, above 0 and at most 1,000.</param>
    public SimulatedVenues(SimulatedMarket market, long liveFromUs, TimeProvider time, double speed = 1)
    {
        ArgumentNullException.ThrowIfNull(market);
        ArgumentNullException.ThrowIfNull(time);
        if (!(speed is > 0 and <= 1_000))
            throw new ArgumentOutOfRangeException(nameof(speed), speed, "Speed must be above 0 and at most 1,000.");

        _market = market;
        _liveFromUs = liveFromUs;
        _time = time;
        _speed = speed;
    }

    /// <summary>Events generated and thrown away after a pause of the process.</summary>
    public long SkippedEvents { get; private set; }

    /// <summary>The next event before the live part. To be read to its end before going live, for the two are one stream.</summary>
    public bool TryNextOfHistory(out TimedMarketEvent timedEvent) => _market.TryNext(_liveFromUs, out timedEvent);

    /// <summary>Feeds the sink until cancelled, waking every 20 ms.</summary>
    public async Task RunAsync(IMarketSink sink, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(sink);

        using var timer = new PeriodicTimer(WakeEvery, _time);
        try
        {
            do
                EmitDue(sink, cancellation);
            while (await timer.WaitForNextTickAsync(cancellation));
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // Being told to stop is how a venue ends.
        }
    }

    /// <summary>Hands over what has become due since the last call, and returns how many events that was.</summary>
    public int EmitDue(IMarketSink sink, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(sink);

        SkipBefore(MoveClock(), cancellation);
        var emitted = 0;
        while (_market.TryNext(_marketUs + 1, out var due))
        {
            var marketEvent = due.Event;
            sink.OnMarketEvent(in marketEvent);
            if (++emitted % CancellationCheckEvery == 0)
                cancellation.ThrowIfCancellationRequested();
        }

        return emitted;
    }

    /// <summary>Moves the market's clock and returns the time before which events are too old to be handed over.</summary>
    private long MoveClock()
    {
        var wall = _time.GetUtcNow();
        var playedUs = _isLive ? _marketUs : _liveFromUs;
        if (_isLive)
            _marketUs += (long)(Math.Max(0, (wall - _wall).TotalMicroseconds) * _speed);
        else
            _marketUs = _speed == 1 ? (wall - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond : _liveFromUs;

        _wall = wall;
        _isLive = true;
        return _marketUs - playedUs > LongestCatchUp.TotalMicroseconds * _speed
            ? _marketUs - (long)(KeptAfterPause.TotalMicroseconds * _speed)
            : playedUs;
    }

    private void SkipBefore(long keptFromUs, CancellationToken cancellation)
    {
        while (_market.TryNext(keptFromUs, out _))
        {
            if (++SkippedEvents % CancellationCheckEvery == 0)
                cancellation.ThrowIfCancellationRequested();
        }
    }
}
