using Draizer.Trading.Indicators;

namespace Draizer.Trading.Tests.Indicators;

public sealed class IndicatorCatalogueTests
{
    [Fact]
    public void Every_name_can_be_created_with_its_defaults_and_is_its_own_label()
    {
        Assert.Equal(24, IndicatorCatalogue.Names.Count);
        Assert.All(IndicatorCatalogue.Names, name =>
        {
            Assert.True(IndicatorCatalogue.TryCreate(name, null, out var spec, out var faults));
            Assert.Empty(faults);
            Assert.Equal(name, spec.Name);
            Assert.Equal(name, spec.Label);
        });
    }

    [Theory]
    [InlineData("twap", "twap(t1=300,t2=0)")]
    [InlineData("velocity", "velocity(t1=60)")]
    [InlineData("price_momentum", "price_momentum(t1=60,t2=0)")]
    [InlineData("pump_magnitude_pct", "pump_magnitude_pct(t1=300,t2=0)")]
    [InlineData("volume", "volume(t1=60)")]
    [InlineData("trade_count", "trade_count(t1=60)")]
    [InlineData("vwap", "vwap(t1=300)")]
    [InlineData("volume_surge_ratio", "volume_surge_ratio(t1=300,t2=900)")]
    [InlineData("rsi", "rsi(period=14,bar_seconds=60)")]
    [InlineData("sma", "sma(period=20,bar_seconds=60)")]
    [InlineData("ema", "ema(period=20,bar_seconds=60)")]
    [InlineData("ema_ticks", "ema_ticks(period=100)")]
    [InlineData("macd_signal", "macd_signal(fast=12,slow=26,signal=9,bar_seconds=60)")]
    [InlineData("atr", "atr(period=14,bar_seconds=60)")]
    [InlineData("bollinger_pct_b", "bollinger_pct_b(period=20,k=2,bar_seconds=60)")]
    [InlineData("volatility_pct", "volatility_pct(period=20,bar_seconds=60)")]
    public void Defaults_are_those_of_the_documentation(string name, string expected) =>
        Assert.Equal(expected, Specs.Of(name).ToString());

    [Fact]
    public void Label_names_only_what_differs_from_the_defaults()
    {
        Assert.Equal("twap(t2=30)", Specs.Of("twap", ("t1", 300), ("t2", 30)).Label);
        Assert.Equal("twap(t1=0.5,t2=0.25)", Specs.Of("twap", ("t2", 0.25), ("t1", 0.5)).Label);
        Assert.Equal("twap", Specs.Of("twap", ("t1", 300), ("t2", -0.0)).Label);
    }

    [Fact]
    public void Given_defaults_are_the_same_spec_as_none_given() =>
        Assert.Equal(Specs.Of("twap"), Specs.Of("twap", ("t2", -0.0), ("t1", 300)));

    [Theory]
    [InlineData("twap", "t1", 0, "t1:out_of_range")]
    [InlineData("twap", "t1", -1, "t1:out_of_range")]
    [InlineData("twap", "t1", double.NaN, "t1:not_finite")]
    [InlineData("twap", "t1", double.PositiveInfinity, "t1:not_finite")]
    [InlineData("twap", "t1", 1e9, "t1:out_of_range")]
    [InlineData("twap", "t1", 1e-7, "t1:out_of_range")]
    [InlineData("twap", "t2", 300, "t2:contradiction")]
    [InlineData("twap", "t2", 301, "t2:contradiction")]
    [InlineData("twap", "t2", -1, "t2:out_of_range")]
    [InlineData("price_momentum", "t2", 60, "t2:contradiction")]
    [InlineData("pump_magnitude_pct", "t2", 300, "t2:contradiction")]
    [InlineData("volume_surge_ratio", "t2", 0, "t2:out_of_range")]
    [InlineData("volume", "t2", 10, "t2:unknown_parameter")]
    [InlineData("last_price", "t1", 10, "t1:unknown_parameter")]
    [InlineData("rsi", "period", 0, "period:out_of_range")]
    [InlineData("rsi", "period", 14.5, "period:not_an_integer")]
    [InlineData("rsi", "period", 1e9, "period:out_of_range")]
    [InlineData("rsi", "bar_seconds", 0, "bar_seconds:out_of_range")]
    [InlineData("ema_ticks", "period", 0.5, "period:not_an_integer")]
    [InlineData("volatility_pct", "period", 1, "period:out_of_range")]
    [InlineData("macd", "fast", 26, "fast:contradiction")]
    [InlineData("macd_hist", "slow", 5, "fast:contradiction")]
    [InlineData("macd_signal", "signal", 0, "signal:out_of_range")]
    [InlineData("bollinger_pct_b", "k", 0, "k:out_of_range")]
    [InlineData("Twap", "t1", 10, ":unknown_indicator")]
    public void What_makes_no_sense_is_refused(string name, string parameter, double value, string expected)
    {
        var given = new Dictionary<string, double> { [parameter] = value };

        Assert.False(IndicatorCatalogue.TryCreate(name, given, out var spec, out var faults));

        Assert.Null(spec);
        var fault = Assert.Single(faults);
        Assert.Equal(expected, $"{fault.Parameter}:{fault.Code}");
        Assert.NotEmpty(fault.Message);
    }

    [Fact]
    public void Surge_base_may_be_longer_than_the_window() =>
        Assert.Equal(900, Specs.Of("volume_surge_ratio", ("t1", 0.5))["t2"]);

    [Fact]
    public void All_faults_are_told_at_once()
    {
        var given = new Dictionary<string, double>
        {
            ["slow"] = 0,
            ["color"] = 1,
            ["signal"] = 1.5,
            ["bar_seconds"] = double.NaN,
            ["area"] = 2,
        };

        Assert.False(IndicatorCatalogue.TryCreate("macd", given, out _, out var faults));

        Assert.Equal(
            ["area:unknown_parameter", "color:unknown_parameter", "slow:out_of_range", "signal:not_an_integer", "bar_seconds:not_finite"],
            faults.Select(f => $"{f.Parameter}:{f.Code}"));
    }

    [Fact]
    public void Only_indicators_of_a_position_are_position_based() =>
        Assert.Equal(
            ["unrealized_pnl_pct", "position_age_seconds", "signal_age_seconds"],
            IndicatorCatalogue.Names.Where(IndicatorCatalogue.IsPositionBased));
}
