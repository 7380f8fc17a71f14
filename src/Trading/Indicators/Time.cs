namespace Draizer.Trading.Indicators;

/// <summary>Seconds of parameters as the microseconds of events.</summary>
internal static class Time
{
    public static long ToMicroseconds(double seconds) => (long)Math.Round(seconds * 1e6);
}
