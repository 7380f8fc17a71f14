namespace Draizer.Venues.Simulated;

/// <summary>
/// When which symbol is pumped or crashes, in order of time. It knows nothing of prices, so the same options and start give the same
/// shocks whether or not a market is built on them.
/// </summary>
public sealed class ShockSchedule
{
    // A 300 s window over the 900 s before it, and room for the shock itself to be over.
    private const long RestUs = 1_320_000_000;
    private const long RestBeforeOpeningUs = 1_500_000_000;
    private const long BetweenOpeningsUs = 20_000_000;
    private const long StageUs = 60_000_000;

    private readonly Xoshiro256 _random;
    private readonly SimulatedMarketOptions _options;
    private readonly long[] _restedAtUs;
    private readonly Queue<Opening> _openings = new();
    private readonly Opening[] _allOpenings;
    private long _lastStartUs;
    private Shock? _next;

    public ShockSchedule(SimulatedMarketOptions options, long startUs)
    {
        ArgumentNullException.ThrowIfNull(options);

        _options = options;
        _random = new(options.Seed, RandomStreams.Shocks);
        _restedAtUs = new long[options.SymbolCount];
        Array.Fill(_restedAtUs, startUs);
        _lastStartUs = startUs;
        _allOpenings = [.. OpeningsOf(options, startUs)];
        foreach (var opening in _allOpenings)
            _openings.Enqueue(opening);
    }

    /// <summary>The next shock, planned but not yet taken.</summary>
    public Shock Next => _next ??= Plan();

    /// <summary>Takes the next shock. Starts never go back.</summary>
    public Shock Take()
    {
        var taken = Next;
        _next = null;
        return taken;
    }

    private static IEnumerable<Opening> OpeningsOf(SimulatedMarketOptions options, long startUs)
    {
        if (options.FirstPumpAtUs is not { } firstUs || firstUs < startUs)
            yield break;

        var symbols = Listing.First(options.SymbolCount).Select(l => l.Symbol).ToList();
        var first = symbols.IndexOf(options.FirstPumpSymbol);
        var second = symbols.IndexOf(options.SecondPumpSymbol);
        if (first >= 0)
            yield return new(first, firstUs);
        if (second >= 0 && second != first)
            yield return new(second, firstUs + BetweenOpeningsUs);
    }

    private Shock Plan()
    {
        var slotUs = _lastStartUs + (long)(_random.NextBetween(_options.MinShockIntervalSeconds, _options.MaxShockIntervalSeconds) * 1e6);
        var (symbol, startUs) = Choose(slotUs);
        if (_openings.TryPeek(out var opening) && startUs > opening.AtUs - StageUs)
        {
            _openings.Dequeue();
            Note(opening.Symbol, opening.AtUs);
            return ShockShape.DrawOpening(_random, opening.Symbol, opening.AtUs);
        }

        Note(symbol, startUs);
        return ShockShape.Draw(_random, symbol, DrawKind(), startUs);
    }

    /// <summary>Any symbol that has rested, or else the one that will have rested first.</summary>
    private (int Symbol, long StartUs) Choose(long slotUs)
    {
        // Each candidate replaces the one before with a chance that leaves all of them equally likely.
        var chosen = -1;
        var candidates = 0;
        var soonest = 0;
        var soonestUs = long.MaxValue;
        for (var symbol = 0; symbol < _restedAtUs.Length; symbol++)
        {
            var freeUs = FreeFrom(symbol, slotUs);
            if (freeUs == slotUs && _random.NextIndex(++candidates) == 0)
                chosen = symbol;
            if (freeUs < soonestUs)
                (soonest, soonestUs) = (symbol, freeUs);
        }

        return chosen >= 0 ? (chosen, slotUs) : (soonest, soonestUs);
    }

    private long FreeFrom(int symbol, long timeUs)
    {
        var freeUs = Math.Max(timeUs, _restedAtUs[symbol]);
        foreach (var opening in _allOpenings)
        {
            if (opening.Symbol == symbol && freeUs > opening.AtUs - RestBeforeOpeningUs && freeUs < opening.AtUs + RestUs)
                freeUs = opening.AtUs + RestUs;
        }

        return freeUs;
    }

    private void Note(int symbol, long startUs)
    {
        _restedAtUs[symbol] = startUs + RestUs;
        _lastStartUs = startUs;
    }

    private ShockKind DrawKind() => _random.NextDouble() switch
    {
        < 0.72 => ShockKind.Pump,
        < 0.88 => ShockKind.SmallPump,
        _ => ShockKind.Crash,
    };

    private readonly record struct Opening(int Symbol, long AtUs);
}
