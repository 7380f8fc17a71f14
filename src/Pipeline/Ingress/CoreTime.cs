namespace Draizer.Pipeline.Ingress;

/// <summary>The wall clock in the core's unit.</summary>
public static class CoreTime
{
    /// <summary>Unix microseconds now.</summary>
    public static long Now(TimeProvider time) => (time.GetUtcNow() - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;
}
