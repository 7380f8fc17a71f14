namespace Draizer.Venues.Simulated;

/// <summary>What kind of jolt a symbol gets.</summary>
public enum ShockKind : byte
{
    /// <summary>Up 9 to 16 % within seconds, and back.</summary>
    Pump,

    /// <summary>Up 6 to 7 %, and back.</summary>
    SmallPump,

    /// <summary>Down 6 to 10 %, and a recovery.</summary>
    Crash,
}

/// <summary>A jolt of one symbol: how far its price is moved, and how busy trading is, at any time. Immutable.</summary>
public sealed class Shock
{
    private readonly ShockPhase[] _phases;

    internal Shock(int symbol, ShockKind kind, long startUs, long runUpStartUs, double heightPct, ShockPhase[] phases)
    {
        Symbol = symbol;
        Kind = kind;
        StartUs = startUs;
        RunUpStartUs = runUpStartUs;
        HeightPct = heightPct;
        _phases = phases;
    }

    /// <summary>Index of the symbol within a venue.</summary>
    public int Symbol { get; }

    public ShockKind Kind { get; }

    /// <summary>When volume starts to gather.</summary>
    public long StartUs { get; }

    /// <summary>When the price starts to run.</summary>
    public long RunUpStartUs { get; }

    /// <summary>How far the price runs, per cent; negative for a crash.</summary>
    public double HeightPct { get; }

    /// <summary>When the last trace of it is gone.</summary>
    public long EndUs => _phases[^1].EndUs;

    /// <summary>Offset of the logarithm of the price.</summary>
    internal double LogOffsetAt(long timeUs)
    {
        ref readonly var phase = ref PhaseAt(timeUs, out var isInside);
        if (!isInside)
            return 0;
        var share = (timeUs - phase.StartUs) / (double)(phase.EndUs - phase.StartUs);
        return phase.FromLog + (phase.ToLog - phase.FromLog) * share;
    }

    /// <summary>Traded volume per second as a multiple of the calm one.</summary>
    internal double ActivityAt(long timeUs)
    {
        ref readonly var phase = ref PhaseAt(timeUs, out var isInside);
        return isInside ? phase.Activity : 1;
    }

    /// <summary>1 while the price is driven up, -1 while it is driven down.</summary>
    internal int DirectionAt(long timeUs)
    {
        ref readonly var phase = ref PhaseAt(timeUs, out var isInside);
        return isInside && phase.Activity > 1 ? Math.Sign(phase.ToLog - phase.FromLog) : 0;
    }

    /// <summary>The next time at which <see cref="ActivityAt"/> may change, or the end of time.</summary>
    internal long NextChangeAfter(long timeUs)
    {
        if (timeUs < StartUs)
            return StartUs;
        ref readonly var phase = ref PhaseAt(timeUs, out var isInside);
        return isInside ? phase.EndUs : long.MaxValue;
    }

    private ref readonly ShockPhase PhaseAt(long timeUs, out bool isInside)
    {
        isInside = timeUs >= StartUs && timeUs < EndUs;
        var i = 0;
        while (i < _phases.Length - 1 && timeUs >= _phases[i].EndUs)
            i++;
        return ref _phases[i];
    }
}

/// <summary>A stretch of a shock: the price goes straight from one offset to the other at a constant activity.</summary>
internal readonly record struct ShockPhase(long StartUs, long EndUs, double FromLog, double ToLog, double Activity);
