namespace Draizer.Tests;

/// <summary>What the calling thread allocates.</summary>
internal static class Allocation
{
    private const int Rounds = 5;

    /// <summary>Bytes that the work allocates: the least of several rounds.</summary>
    /// <remarks>
    /// A collection, which any test beside this one may cause, charges a thread with what was left of its allocation buffer. Work that
    /// really allocates does so in every round.
    /// </remarks>
    public static long Of(Action work) => LeastOf(() =>
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        work();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    });

    /// <summary>The least of several measurements, for work on threads of its own.</summary>
    public static long LeastOf(Func<long> measure)
    {
        var least = long.MaxValue;
        for (var round = 0; round < Rounds && least > 0; round++)
            least = Math.Min(least, measure());
        return least;
    }
}
