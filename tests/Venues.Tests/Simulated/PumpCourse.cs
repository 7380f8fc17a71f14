using Draizer.Venues.Simulated;

namespace Draizer.Venues.Tests.Simulated;

/// <summary>
/// What the conditions of the shipped <c>pump_dump_detection</c> say during one shock on one instrument: when its signal comes, whether
/// it could enter then, and when and how it would leave. Seconds from the start of the shock, NaN where it never happened.
/// </summary>
internal sealed record PumpCourse(double SignalSeconds, bool CouldEnter, double ExitSeconds, bool IsEmergency, double AdversePct)
{
    private const long LongestHoldUs = 300_000_000;

    public bool HasSignal => !double.IsNaN(SignalSeconds);
    public bool HasExit => !double.IsNaN(ExitSeconds);

    public static PumpCourse Of(NaiveIndicators indicators, Shock shock)
    {
        var signalUs = indicators.EventTimesFrom(shock.StartUs, shock.EndUs).FirstOrDefault(t => IsSignal(indicators, t));
        if (signalUs == 0)
            return new(double.NaN, false, double.NaN, false, double.NaN);

        var couldEnter = indicators.Rsi(signalUs) is >= 40 and <= 80 && indicators.SpreadPct(signalUs) <= 1;
        var adversePct = 0.0;
        foreach (var timeUs in indicators.EventTimesFrom(signalUs + 1, signalUs + LongestHoldUs))
        {
            adversePct = Math.Max(adversePct, indicators.MomentumPct(timeUs, (timeUs - signalUs) / 1e6));
            var isEmergency = indicators.PumpMagnitudePct(timeUs, 300) <= -5 || indicators.VolumeSurgeRatio(timeUs) >= 5;
            if (isEmergency || indicators.MomentumPct(timeUs, 60) <= 1)
                return new(Since(signalUs), couldEnter, Since(timeUs), isEmergency, adversePct);
        }

        return new(Since(signalUs), couldEnter, double.NaN, false, adversePct);

        double Since(long timeUs) => (timeUs - shock.StartUs) / 1e6;
    }

    private static bool IsSignal(NaiveIndicators indicators, long timeUs) =>
        indicators.MomentumPct(timeUs, 60) >= 5
        && indicators.PumpMagnitudePct(timeUs, 300) >= 8
        && indicators.VolumeSurgeRatio(timeUs) >= 3;
}
