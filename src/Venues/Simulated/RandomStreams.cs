namespace Draizer.Venues.Simulated;

/// <summary>Numbers of the independent random streams of one seed. Wide apart, so that a thousand symbols never meet.</summary>
internal static class RandomStreams
{
    public const ulong MarketFactor = 1;
    public const ulong Shocks = 2;

    public static ulong Symbol(int symbol) => 0x1_0000 + (ulong)symbol;
    public static ulong Instrument(int instrument) => 0x10_0000 + (ulong)instrument;
    public static ulong Funding(int instrument) => 0x20_0000 + (ulong)instrument;
}
