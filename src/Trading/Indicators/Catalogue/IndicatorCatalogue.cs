using System.Diagnostics.CodeAnalysis;
using Draizer.Domain.Indicators;
using static Draizer.Trading.Indicators.IndicatorParameter;

namespace Draizer.Trading.Indicators;

/// <summary>Every indicator by name, with its parameters and their defaults; the only maker of an <see cref="IndicatorSpec"/>.</summary>
public static class IndicatorCatalogue
{
    private static readonly Dictionary<string, double> NoParameters = [];

    private static readonly IndicatorDefinition[] Definitions =
    [
        Define("last_price", IndicatorKind.LastPrice),
        DefineWindow("twap", IndicatorKind.Twap, 300),
        Define("velocity", IndicatorKind.Velocity, Seconds("t1", 60)),
        DefineWindow("price_momentum", IndicatorKind.PriceMomentum, 60),
        DefineWindow("pump_magnitude_pct", IndicatorKind.PumpMagnitudePct, 300),
        Define("volume", IndicatorKind.Volume, Seconds("t1", 60)),
        Define("trade_count", IndicatorKind.TradeCount, Seconds("t1", 60)),
        Define("vwap", IndicatorKind.Vwap, Seconds("t1", 300)),
        Define("volume_surge_ratio", IndicatorKind.VolumeSurgeRatio, Seconds("t1", 300), Seconds("t2", 900)),
        Define("spread_pct", IndicatorKind.SpreadPct),
        Define("book_imbalance", IndicatorKind.BookImbalance),
        Define("rsi", IndicatorKind.Rsi, Period("period", 14), BarSeconds),
        Define("sma", IndicatorKind.Sma, Period("period", 20), BarSeconds),
        Define("ema", IndicatorKind.Ema, Period("period", 20), BarSeconds),
        Define("ema_ticks", IndicatorKind.EmaTicks, new IndicatorParameter("period", 100, 1, 1_000_000, IsInteger: true)),
        DefineMacd("macd", IndicatorKind.Macd),
        DefineMacd("macd_signal", IndicatorKind.MacdSignal),
        DefineMacd("macd_hist", IndicatorKind.MacdHist),
        Define("atr", IndicatorKind.Atr, Period("period", 14), BarSeconds),
        Define(
            "bollinger_pct_b", IndicatorKind.BollingerPctB,
            Period("period", 20), new IndicatorParameter("k", 2, 1e-6, 1_000), BarSeconds),
        Define("volatility_pct", IndicatorKind.VolatilityPct, Period("period", 20, minimum: 2), BarSeconds),
        Define("unrealized_pnl_pct", IndicatorKind.UnrealizedPnlPct),
        Define("position_age_seconds", IndicatorKind.PositionAgeSeconds),
        Define("signal_age_seconds", IndicatorKind.SignalAgeSeconds),
    ];

    private static readonly Dictionary<string, IndicatorDefinition> DefinitionByName = Definitions.ToDictionary(d => d.Name);

    /// <summary>In the order of the documentation.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Definitions.Select(d => d.Name)];

    private static IndicatorParameter BarSeconds => Seconds("bar_seconds", 60);

    /// <summary>
    /// Makes a spec with the defaults filled in, or says everything that is wrong with what was given.
    /// </summary>
    public static bool TryCreate(
        string name, IReadOnlyDictionary<string, double>? parameters,
        [NotNullWhen(true)] out IndicatorSpec? spec, out IReadOnlyList<IndicatorFault> faults)
    {
        spec = null;
        if (!DefinitionByName.TryGetValue(name, out var definition))
        {
            faults = [new IndicatorFault(null, IndicatorFault.UnknownIndicator, $"There is no indicator {name}.")];
            return false;
        }

        var given = parameters ?? NoParameters;
        faults = definition.Faults(given);
        if (faults.Count > 0)
            return false;

        spec = definition.Create(given);
        return true;
    }

    /// <summary>Whether the strategy stage computes it from its own position, so that the indicator stage passes it over.</summary>
    public static bool IsPositionBased(string name) =>
        DefinitionByName.TryGetValue(name, out var definition) && definition.Kind >= IndicatorKind.UnrealizedPnlPct;

    internal static IndicatorKind KindOf(IndicatorSpec spec) => DefinitionByName[spec.Name].Kind;

    private static IndicatorDefinition Define(string name, IndicatorKind kind, params IndicatorParameter[] parameters) =>
        new(name, kind, parameters);

    private static IndicatorDefinition DefineWindow(string name, IndicatorKind kind, double t1) =>
        new(name, kind, [Seconds("t1", t1), SecondsAgo("t2", 0)], new ParameterOrder("t2", "t1"));

    private static IndicatorDefinition DefineMacd(string name, IndicatorKind kind) =>
        new(name, kind, [Period("fast", 12), Period("slow", 26), Period("signal", 9), BarSeconds], new ParameterOrder("fast", "slow"));
}
