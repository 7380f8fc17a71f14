using Draizer.Domain.Markets;

namespace Draizer.Trading.Tests.Indicators;

/// <summary>A seeded market with everything that real ones do: silences, bursts within one microsecond, jumps, empty books.</summary>
internal static class RandomMarket
{
    public const long BeginUs = 1_730_800_000_000_000;

    public static IEnumerable<(long TimeUs, MarketEvent Market)> Events(int seed, int count)
    {
        var random = new Random(seed);
        var timeUs = BeginUs + random.NextInt64(0, 120_000_000);
        var price = Math.Pow(10, random.Next(-9, 9));
        var quantityScale = Math.Pow(10, random.Next(-6, 7));
        for (var i = 0; i < count; i++)
        {
            timeUs += random.Next(100) switch
            {
                < 30 => 0,
                < 95 => random.NextInt64(0, 4_000_000),
                < 99 => random.NextInt64(0, 60_000_000),
                _ => random.NextInt64(0, 900_000_000),
            };

            // A third of the prices repeat, so that unchanged closes and ties occur.
            if (random.Next(3) > 0)
                price *= 1 + ((random.NextDouble() - 0.5) * (random.Next(50) == 0 ? 0.2 : 0.002));
            var quantity = quantityScale * Math.Pow(10, random.NextDouble() * 4);
            yield return (timeUs, random.Next(10) switch
            {
                < 7 => MarketEvent.Trade(0, timeUs, price, quantity, Side.Buy),
                < 9 => MarketEvent.Quote(0, timeUs, price * 0.999, random.Next(3) * quantity, price * 1.001, random.Next(3)),
                _ => MarketEvent.Mark(0, timeUs, price),
            });
        }
    }
}
