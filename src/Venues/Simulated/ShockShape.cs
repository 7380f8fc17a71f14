namespace Draizer.Venues.Simulated;

/// <summary>Draws the course of a shock: volume gathers, the price runs, rests, is given back, and all settles.</summary>
internal static class ShockShape
{
    private const long MinuteUs = 60_000_000;

    /// <summary>A shock as the schedule draws it by itself.</summary>
    public static Shock Draw(Xoshiro256 random, int symbol, ShockKind kind, long startUs)
    {
        var course = kind switch
        {
            // Cubed, so that most pumps stay modest: a short position entered at 8 % with a tight stop survives those.
            ShockKind.Pump => new Course(
                HeightPct: 9.4 + 6.6 * Cube(random.NextDouble()), RunUpSeconds: random.NextBetween(10, 25),
                RestSeconds: random.NextBetween(3, 7), ReturnSeconds: random.NextBetween(15, 40),
                ReturnedShare: random.NextBetween(0.90, 1.15), Volume: DrawVolume(random)),
            ShockKind.SmallPump => new Course(
                random.NextBetween(6.0, 7.2), random.NextBetween(8, 14), random.NextBetween(3, 6),
                random.NextBetween(15, 40), random.NextBetween(0.85, 1.05), Volume: 0.6),
            _ => new Course(
                -random.NextBetween(6, 10), random.NextBetween(8, 20), random.NextBetween(2, 6),
                random.NextBetween(40, 120), random.NextBetween(0.75, 1.02), Volume: 0.9),
        };
        return Build(symbol, kind, startUs, in course);
    }

    /// <summary>The pump that a demonstration opens with: quick, certain to be caught, and soon over.</summary>
    public static Shock DrawOpening(Xoshiro256 random, int symbol, long startUs)
    {
        var course = new Course(
            HeightPct: random.NextBetween(10.0, 10.6), RunUpSeconds: 10, RestSeconds: random.NextBetween(3, 4),
            ReturnSeconds: random.NextBetween(15, 20), ReturnedShare: random.NextBetween(0.98, 1.08), Volume: 1.07);
        return Build(symbol, ShockKind.Pump, startUs, in course);
    }

    // One pump in six is heavy enough for a volume surge of 5 before its dump is over.
    private static double DrawVolume(Xoshiro256 random) =>
        random.NextDouble() < 1.0 / 6 ? random.NextBetween(1.35, 1.7) : random.NextBetween(0.98, 1.12);

    private static Shock Build(int symbol, ShockKind kind, long startUs, in Course course)
    {
        var peak = Math.Log(1 + course.HeightPct / 100);
        var left = peak * (1 - course.ReturnedShare);
        var gathered = 0.03 * peak;
        var runUpStartUs = ClearOfMinute(startUs, in course);

        var phases = new ShockPhase[9];
        var count = 0;
        var atUs = startUs;
        var atLog = 0.0;

        // The volumes are in seconds of calm trading. A surge ratio (300 s over the 900 s before) of 3 takes 600 of them and one of
        // 5 takes 1,200: most of it comes early, so that a pump is told from its volume by the time its price has run, and the
        // rest stays below the second figure until most of the price is given back.
        if (runUpStartUs > startUs)
            Add((runUpStartUs - startUs) / 1e6, gathered, (runUpStartUs - startUs) / 1e6 * 5);
        Add(course.RunUpSeconds * 0.6, peak * 0.6, 690 * course.Volume);
        Add(course.RunUpSeconds * 0.4, peak, 130 * course.Volume);
        Add(course.RestSeconds, peak * 0.98, 25 * course.Volume);
        Add(course.ReturnSeconds * 0.9, left + (peak - left) * 0.06, 150 * course.Volume);
        Add(course.ReturnSeconds * 0.1, left, 130 * course.Volume);
        Add(20, left * 0.9, 160);
        Add(60, left * 0.7, 90);
        Add(240, 0, 0);
        return new(symbol, kind, startUs, runUpStartUs, course.HeightPct, phases[..count]);

        void Add(double seconds, double toLog, double extraVolume)
        {
            var endUs = atUs + (long)(seconds * 1e6);
            phases[count++] = new(atUs, endUs, atLog, toLog, 1 + extraVolume / seconds);
            (atUs, atLog) = (endUs, toLog);
        }
    }

    /// <summary>
    /// The start of the run-up: at once, unless a minute would turn before the price has run 9 %. A bar closed on half a pump makes
    /// any relative strength index jump, and a strategy that enters at moderate ones would never enter.
    /// </summary>
    private static long ClearOfMinute(long startUs, in Course course)
    {
        var neededUs = (long)((course.RunUpSeconds * Math.Min(1, 9 / Math.Abs(course.HeightPct)) + 1.5) * 1e6);
        var nextMinuteUs = startUs / MinuteUs * MinuteUs + MinuteUs;
        return startUs + neededUs < nextMinuteUs ? startUs : nextMinuteUs + 300_000;
    }

    private static double Cube(double x) => x * x * x;

    private readonly record struct Course(
        double HeightPct, double RunUpSeconds, double RestSeconds, double ReturnSeconds, double ReturnedShare, double Volume);
}
