using Draizer.Trading.Ports;

namespace Draizer.Api.Live;

/// <summary>What one client has asked for: channels of sessions, and prices of instruments.</summary>
public sealed class Subscriptions
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Watched> _sessions = [];
    private readonly Dictionary<int, long> _versionByInstrument = [];

    public IReadOnlyList<string> Sessions
    {
        get
        {
            lock (_lock)
                return [.. _sessions.Keys];
        }
    }

    public void Add(string session, ChannelSet channels)
    {
        lock (_lock)
        {
            if (!_sessions.TryGetValue(session, out var watched))
                _sessions[session] = watched = new Watched();
            watched.Channels |= channels;
        }
    }

    /// <summary>False when nothing of the session is left.</summary>
    public bool Remove(string session, ChannelSet channels)
    {
        lock (_lock)
        {
            if (!_sessions.TryGetValue(session, out var watched))
                return false;

            watched.Channels &= ~channels;
            return watched.Channels != ChannelSet.None || !_sessions.Remove(session);
        }
    }

    public void Add(IEnumerable<int> instruments)
    {
        lock (_lock)
        {
            foreach (var instrument in instruments)
                _versionByInstrument.TryAdd(instrument, 0);
        }
    }

    public void Remove(IEnumerable<int> instruments)
    {
        lock (_lock)
        {
            foreach (var instrument in instruments)
                _versionByInstrument.Remove(instrument);
        }
    }

    public bool Wants(string session, ChannelSet channel)
    {
        lock (_lock)
            return _sessions.TryGetValue(session, out var watched) && (watched.Channels & channel) != 0;
    }

    /// <summary>A snapshot of the session goes out: what it contains is not told again, and counting goes on from it.</summary>
    public void StartAfter(string session, long sequence)
    {
        lock (_lock)
        {
            if (_sessions.TryGetValue(session, out var watched))
                (watched.Contained, watched.Told) = (sequence, sequence);
        }
    }

    /// <summary>
    /// The number that this client sees on an event, or null when it is not to see it. Counted by client, so that one who leaves out
    /// channels sees no gaps where there are none.
    /// </summary>
    public long? NumberOf(string session, ChannelSet channel, long sequence)
    {
        lock (_lock)
        {
            return _sessions.TryGetValue(session, out var watched) && (watched.Channels & channel) != 0 && sequence > watched.Contained
                ? ++watched.Told
                : null;
        }
    }

    /// <summary>The prices that changed since this was last asked.</summary>
    public IReadOnlyList<(int Instrument, MarketReading Reading)> ChangedTicks(IMarketReadings readings)
    {
        lock (_lock)
        {
            if (_versionByInstrument.Count == 0)
                return [];

            var changed = new List<(int, MarketReading)>();
            foreach (var (instrument, seen) in _versionByInstrument)
            {
                var reading = readings.Read(instrument);
                if (reading.Version == seen)
                    continue;

                _versionByInstrument[instrument] = reading.Version;
                changed.Add((instrument, reading));
            }

            return changed;
        }
    }

    private sealed class Watched
    {
        public ChannelSet Channels { get; set; }

        /// <summary>The session's own number of the last event that the snapshot contains.</summary>
        public long Contained { get; set; } = long.MaxValue;

        /// <summary>The number that the client saw last.</summary>
        public long Told { get; set; }
    }
}
