namespace Draizer.Domain.Markets;

/// <summary>Spot or a linear perpetual future.</summary>
public enum MarketType : byte
{
    Spot,
    Futures,
}

/// <summary>
/// One tradable market: a symbol (<c>BTC_USDT</c>) on a venue, with what orders, fees and margin there obey.
/// Quantities are always in base units, never in contracts.
/// </summary>
public sealed record Instrument
{
    public required string Venue { get; init; }
    public required string Symbol { get; init; }
    public required MarketType MarketType { get; init; }
    public required string BaseAsset { get; init; }
    public required string QuoteAsset { get; init; }
    public required decimal TickSize { get; init; }
    public required decimal LotSize { get; init; }
    public decimal ContractSize { get; init; } = 1m;
    public required decimal MakerFeeRate { get; init; }
    public required decimal TakerFeeRate { get; init; }
    public int MaxLeverage { get; init; } = 1;
    public decimal MaintenanceRate { get; init; } = 0.005m;

    public override string ToString() => $"{Venue}:{Symbol}";
}
