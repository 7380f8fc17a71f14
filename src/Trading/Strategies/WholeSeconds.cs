namespace Draizer.Trading.Strategies;

/// <summary>Arithmetic on the whole seconds at which the core's clock ticks.</summary>
internal static class WholeSeconds
{
    public const long SecondUs = 1_000_000;

    public static long Floor(long timeUs) => timeUs / SecondUs * SecondUs;

    public static long Ceiling(long timeUs) => Floor(timeUs + SecondUs - 1);

    /// <summary>The tick at which a length of time that starts now is over; one of zero is over at once.</summary>
    public static long Deadline(long nowUs, double seconds) =>
        seconds <= 0 ? nowUs : Ceiling(nowUs + (long)Math.Round(seconds * SecondUs));
}
