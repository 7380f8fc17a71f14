using Draizer.Domain.Sessions;
using Draizer.Trading.Documents;

namespace Draizer.Api.Sessions;

/// <summary>Reads the limits in front of every order that opens or adds.</summary>
public static class RiskLimitsReader
{
    private const int MostPositions = 50;
    private const int MostLeverage = 200;
    private const int MostAgeMs = 3_600_000;

    public static RiskLimits Read(DocumentNode? node)
    {
        var standard = new RiskLimits();
        if (node?.AsObject() is not { } body)
            return standard;

        var limits = new RiskLimits
        {
            MaxPositionSizeUsd = body.OptionalUnlessNull("max_position_size_usd")?.AsDecimal(0, 1_000_000_000) ?? standard.MaxPositionSizeUsd,
            MaxOpenPositions = body.OptionalUnlessNull("max_open_positions")?.AsWhole(0, MostPositions) ?? standard.MaxOpenPositions,
            MaxLeverage = body.OptionalUnlessNull("max_leverage")?.AsWhole(1, MostLeverage) ?? standard.MaxLeverage,
            MaxQuoteAgeMs = body.OptionalUnlessNull("max_quote_age_ms")?.AsWhole(1, MostAgeMs) ?? standard.MaxQuoteAgeMs,
            MaxSpreadPct = body.OptionalUnlessNull("max_spread_pct")?.AsDecimal(0, 100) ?? standard.MaxSpreadPct,
            MaxEngineLagMs = body.OptionalUnlessNull("max_engine_lag_ms")?.AsWhole(1, MostAgeMs) ?? standard.MaxEngineLagMs,
        };
        body.RefuseTheRest();
        return limits;
    }
}
