using Draizer.Trading.Ports;

namespace Draizer.Trading.Tests.Performance;

/// <summary>Equity sampled at a steady pace.</summary>
internal static class Samples
{
    public const double Day = 86_400;

    public static EquityPoint[] Of(double intervalSeconds, params decimal[] equity) =>
        [.. equity.Select((value, i) => new EquityPoint((long)(i * intervalSeconds * 1e6), value))];
}
