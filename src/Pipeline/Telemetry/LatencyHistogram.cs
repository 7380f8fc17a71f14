using System.Numerics;

namespace Draizer.Pipeline.Telemetry;

/// <summary>Counts of nanoseconds in buckets no wider than a sixteenth of their value. One thread records; anyone reads.</summary>
public sealed class LatencyHistogram
{
    private const int SubBits = 4;
    private const int SubCount = 1 << SubBits;
    private const int Buckets = (64 - SubBits) * SubCount;

    private readonly long[] _counts = new long[Buckets];
    private long _total;
    private long _sum;
    private long _max;

    public void Record(long nanoseconds)
    {
        var value = Math.Max(0, nanoseconds);
        _counts[IndexOf(value)]++;
        _sum += value;
        if (value > _max)
            _max = value;
        Volatile.Write(ref _total, _total + 1);
    }

    public LatencySummary Summarize()
    {
        var total = Volatile.Read(ref _total);
        return total == 0
            ? default
            : new LatencySummary(total, _sum / (double)total, Percentile(0.50, total), Percentile(0.99, total), Volatile.Read(ref _max));
    }

    private long Percentile(double share, long total)
    {
        var wanted = (long)Math.Ceiling(share * total);
        long seen = 0;
        for (var i = 0; i < Buckets; i++)
        {
            seen += _counts[i];
            if (seen >= wanted)
                return Math.Min(UpperBoundOf(i), Volatile.Read(ref _max));
        }

        return Volatile.Read(ref _max);
    }

    // Below 2^SubBits each value has its bucket; above, the leading bits choose it.
    private static int IndexOf(long value)
    {
        if (value < SubCount)
            return (int)value;

        var shift = BitOperations.Log2((ulong)value) - SubBits;
        return ((shift + 1) << SubBits) + (int)((value >> shift) - SubCount);
    }

    private static long UpperBoundOf(int index)
    {
        if (index < SubCount)
            return index;

        var shift = (index >> SubBits) - 1;
        return (((long)(index & (SubCount - 1)) + SubCount + 1) << shift) - 1;
    }
}

/// <summary>What a histogram has seen, in nanoseconds.</summary>
public readonly record struct LatencySummary(long Count, double Average, long P50, long P99, long Max);
