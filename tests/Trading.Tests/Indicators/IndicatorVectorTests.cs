using System.Globalization;
using System.Text.Json;
using Draizer.Domain.Indicators;
using Draizer.Domain.Markets;

namespace Draizer.Trading.Tests.Indicators;

/// <summary>Values that an independent program computed from the whole history.</summary>
public sealed class IndicatorVectorTests
{
    [Theory]
    [InlineData("indicators-a")]
    [InlineData("indicators-b")]
    public void Values_after_each_sampled_row_are_those_expected(string vector)
    {
        using var expected = JsonDocument.Parse(File.ReadAllBytes(PathOf($"{vector}.expected.json")));
        var specs = expected.RootElement.GetProperty("indicators").EnumerateArray().Select(ReadSpec).ToArray();
        var samples = expected.RootElement.GetProperty("samples").EnumerateArray().ToDictionary(s => s.GetProperty("row").GetInt32());
        var driver = new StageDriver();
        var bindings = driver.Start(timeUs: 0, warmUpSeconds: 0, specs);
        var (row, seen, price) = (0, 0, 0.0);
        foreach (var (timeUs, market) in File.ReadLines(PathOf($"{vector}.ticks.csv")).Skip(1).Select(ReadRow))
        {
            driver.Send(timeUs, in market);
            price = market.Kind == MarketEventKind.Trade ? market.Price : price;
            if (samples.TryGetValue(row, out var sample))
            {
                seen++;
                var values = sample.GetProperty("values").EnumerateArray().ToArray();
                for (var i = 0; i < specs.Length; i++)
                {
                    var value = values[i].ValueKind == JsonValueKind.Null ? double.NaN : values[i].GetDouble();
                    Agreement.Check(specs[i], value, driver.ValueAt(bindings, specs[i]), price, $"row {row}");
                }
            }

            row++;
        }

        Assert.Equal(samples.Count, seen);
    }

    private static string PathOf(string file) => Path.Combine(AppContext.BaseDirectory, "vectors", file);

    private static IndicatorSpec ReadSpec(JsonElement json)
    {
        var parameters = json.TryGetProperty("parameters", out var given)
            ? given.EnumerateObject().ToDictionary(p => p.Name, p => p.Value.GetDouble())
            : [];
        return Specs.Of(json.GetProperty("type").GetString()!, parameters);
    }

    private static (long TimeUs, MarketEvent Market) ReadRow(string line)
    {
        var cells = line.Split(',');
        var timeUs = long.Parse(cells[0], CultureInfo.InvariantCulture);
        return (timeUs, cells[3] switch
        {
            "trade" => MarketEvent.Trade(0, timeUs, Number(4), Number(5), cells[6] == "sell" ? Side.Sell : Side.Buy),
            "quote" => MarketEvent.Quote(0, timeUs, Number(7), Number(8), Number(9), Number(10)),
            "mark" => MarketEvent.Mark(0, timeUs, Number(4)),
            "funding" => MarketEvent.Funding(0, timeUs, Number(11)),
            _ => throw new FormatException($"Row of an unknown type: {line}"),
        });

        double Number(int cell) => double.Parse(cells[cell], CultureInfo.InvariantCulture);
    }
}
