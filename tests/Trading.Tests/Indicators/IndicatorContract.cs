using Draizer.Domain.Indicators;
using Draizer.Domain.Markets;

namespace Draizer.Trading.Tests.Indicators;

/// <summary>What every market indicator owes. A new one inherits these questions by naming itself and its parameters.</summary>
public abstract class IndicatorContract
{
    private const int EventCount = 1_500;

    protected abstract string Name { get; }

    /// <summary>Parameter sets to try beside the defaults, short enough to be covered within a few minutes.</summary>
    protected abstract (string Name, double Value)[][] Variants { get; }

    private IndicatorSpec[] AllSpecs => [Specs.Of(Name), .. Variants.Select(v => Specs.Of(Name, v))];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Agrees_with_its_definition_on_a_random_market(int seed)
    {
        var specs = AllSpecs;
        var driver = new StageDriver();
        var bindings = driver.Start(RandomMarket.BeginUs, 0, specs);
        var naive = new NaiveIndicators();
        var (at, readyCount, price) = (0, 0, 0.0);
        foreach (var (timeUs, market) in RandomMarket.Events(seed, EventCount))
        {
            driver.Send(timeUs, in market);
            naive.Take(timeUs, in market);
            price = market.Kind == MarketEventKind.Trade ? market.Price : price;

            // Each event at first, where values become ready one after the other; later some.
            if (++at > 100 && at % 17 != 0)
                continue;

            foreach (var spec in specs)
            {
                var expected = naive.Evaluate(spec, timeUs);
                readyCount += double.IsNaN(expected) ? 0 : 1;
                Agreement.Check(spec, expected, driver.ValueAt(bindings, spec), price, $"seed {seed}, event {at}");
            }
        }

        Assert.True(readyCount > 50, $"Only {readyCount} values were ready, which proves little.");
    }

    [Fact]
    public void Is_not_ready_before_anything_was_traded_or_quoted()
    {
        var driver = new StageDriver();
        var bindings = driver.Start(RandomMarket.BeginUs, 0, AllSpecs);

        driver.Mark(RandomMarket.BeginUs + 7_200_000_000, 100);

        Assert.All(AllSpecs, spec => Assert.Equal(double.NaN, driver.ValueAt(bindings, spec)));
    }

    [Fact]
    public void Survives_trades_that_are_none()
    {
        var (clean, garbled) = (new StageDriver(), new StageDriver());
        var bindings = clean.Start(RandomMarket.BeginUs, 0, AllSpecs);
        garbled.Start(RandomMarket.BeginUs, 0, AllSpecs);
        double[] garbage = [double.NaN, double.PositiveInfinity, double.NegativeInfinity, 0, -1, double.MaxValue, double.Epsilon];
        var at = 0;
        foreach (var (timeUs, market) in RandomMarket.Events(seed: 5, 600))
        {
            var bad = garbage[at++ % garbage.Length];
            garbled.Trade(timeUs, bad, 1);
            garbled.Trade(timeUs, 1, bad);
            garbled.Send(timeUs, in market);
            clean.Send(timeUs, in market);
        }

        Assert.Equal(2 * at, garbled.Stage.GarbageTradesOf(0));
        Assert.All(AllSpecs, spec => Assert.Equal(clean.ValueAt(bindings, spec), garbled.ValueAt(bindings, spec)));
    }

    [Fact]
    public void Warmed_from_kept_trades_it_has_the_same_digits_as_one_that_was_there()
    {
        var (early, late) = (new StageDriver(), new StageDriver());
        var events = RandomMarket.Events(seed: 6, 2_000).ToArray();
        var beginUs = events[200].TimeUs + 1;
        var lateUs = beginUs + 1_800_000_000;
        var (earlyBindings, lateBindings) = (early.Bindings, late.Bindings);
        var compared = 0;
        foreach (var (timeUs, market) in events)
        {
            if (earlyBindings is null && timeUs >= beginUs)
                earlyBindings = early.Start(beginUs, 0, AllSpecs);
            if (lateBindings is null && timeUs >= lateUs)
                lateBindings = late.Start(lateUs, 1_800, AllSpecs);

            early.Send(timeUs, in market);
            late.Send(timeUs, in market);
            if (lateBindings is null)
                continue;

            compared++;
            Assert.All(AllSpecs, spec => Assert.Equal(early.ValueAt(earlyBindings!, spec), late.ValueAt(lateBindings, spec)));
        }

        Assert.True(compared > 100);
    }
}
