using Draizer.Venues.Simulated;
using static Draizer.Venues.Tests.Simulated.GeneratedStream;

namespace Draizer.Venues.Tests.Simulated;

public sealed class ShockScheduleTests
{
    private const long HourUs = 60 * MinuteUs;

    [Theory, InlineData(1), InlineData(2), InlineData(3)]
    public void Shocks_AreSpacedInTheMarketAndRestOnEachSymbol(ulong seed)
    {
        var shocks = Shocks(new() { Seed = seed }, StartUs + 12 * HourUs);

        Assert.All(shocks.Zip(shocks.Skip(1)), pair => Assert.True(pair.Second.StartUs - pair.First.StartUs >= 45 * SecondUs));
        Assert.InRange(12 * 3_600.0 / shocks.Count, 65, 95);
        foreach (var ofSymbol in shocks.GroupBy(s => s.Symbol))
        {
            var starts = ofSymbol.Select(s => s.StartUs).ToList();
            Assert.All(starts.Zip(starts.Skip(1)), pair => Assert.True(pair.Second - pair.First >= 22 * MinuteUs));
        }

        Assert.Equal(20, shocks.Select(s => s.Symbol).Distinct().Count());
        Assert.Equal(3, shocks.Select(s => s.Kind).Distinct().Count());
    }

    [Fact]
    public void Shocks_HaveTheHeightsOfTheirKind()
    {
        var shocks = Shocks(new() { Seed = 5 }, StartUs + 12 * HourUs);

        Assert.All(shocks.Where(s => s.Kind == ShockKind.Pump), s => Assert.InRange(s.HeightPct, 9, 16));
        Assert.All(shocks.Where(s => s.Kind == ShockKind.SmallPump), s => Assert.InRange(s.HeightPct, 5, 7.5));
        Assert.All(shocks.Where(s => s.Kind == ShockKind.Crash), s => Assert.InRange(s.HeightPct, -10, -6));
    }

    [Fact]
    public void RunUps_NeverBeginJustBeforeAMinuteTurns()
    {
        var pumps = Shocks(new() { Seed = 5 }, StartUs + 12 * HourUs).Where(s => s.Kind == ShockKind.Pump).ToList();

        Assert.All(pumps, p => Assert.True(p.RunUpStartUs % MinuteUs < 52 * SecondUs));
        Assert.All(pumps, p => Assert.InRange(p.RunUpStartUs - p.StartUs, 0, 27 * SecondUs));
        Assert.Contains(pumps, p => p.RunUpStartUs > p.StartUs);
    }

    [Theory, InlineData(1), InlineData(2), InlineData(3), InlineData(20), InlineData(1_000)]
    public void FirstPump_ComesWhenAskedForAndItsSymbolWasLeftAlone(int symbolCount)
    {
        var firstUs = StartUs + HourUs + 6 * SecondUs;
        for (ulong seed = 1; seed <= 50; seed++)
        {
            var options = new SimulatedMarketOptions { Seed = seed, SymbolCount = symbolCount, FirstPumpAtUs = firstUs };
            var shocks = Shocks(options, firstUs + HourUs);

            AssertOpening(shocks, symbol: 0, firstUs);
            if (symbolCount > 1)
                AssertOpening(shocks, symbol: 1, firstUs + 20 * SecondUs);
            Assert.All(shocks.Zip(shocks.Skip(1)), pair => Assert.True(pair.Second.StartUs > pair.First.StartUs));
            Assert.Equal(
                Math.Min(symbolCount, 2), shocks.Count(s => s.StartUs > firstUs - MinuteUs && s.StartUs < firstUs + MinuteUs));
        }
    }

    [Fact]
    public void FirstPump_OfAnUnlistedSymbol_IsAFault() =>
        Assert.Single(new SimulatedMarketOptions { FirstPumpAtUs = StartUs, FirstPumpSymbol = "XYZ_USDT" }.Faults());

    private static void AssertOpening(List<Shock> shocks, int symbol, long atUs)
    {
        var opening = Assert.Single(shocks, s => s.StartUs == atUs);
        Assert.Equal((symbol, ShockKind.Pump), (opening.Symbol, opening.Kind));
        Assert.DoesNotContain(shocks, s => s.Symbol == symbol && s.StartUs < atUs && s.StartUs > atUs - 25 * MinuteUs);
    }
}
