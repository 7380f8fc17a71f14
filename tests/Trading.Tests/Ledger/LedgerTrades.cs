using Draizer.Domain.Identity;
using Draizer.Domain.Markets;
using Draizer.Trading.Ledger;

namespace Draizer.Trading.Tests.Ledger;

/// <summary>Fills in short form: one instrument, no fee, ten times leverage unless a test says otherwise.</summary>
internal static class LedgerTrades
{
    public const int Btc = 0;

    public static FillResult Buy(
        this FuturesLedger ledger, decimal quantity, decimal price, int leverage = 10, decimal feeRate = 0, decimal? flatFee = null,
        EntityId? reservedBy = null, bool reduceOnly = false, decimal maintenanceRate = 0.005m, long timeUs = 0, int instrument = Btc) =>
        ledger.Fill(Trade(Side.Buy, quantity, price, leverage, feeRate, flatFee, reservedBy, reduceOnly, maintenanceRate, timeUs, instrument));

    public static FillResult Sell(
        this FuturesLedger ledger, decimal quantity, decimal price, int leverage = 10, decimal feeRate = 0, decimal? flatFee = null,
        EntityId? reservedBy = null, bool reduceOnly = false, decimal maintenanceRate = 0.005m, long timeUs = 0, int instrument = Btc) =>
        ledger.Fill(Trade(Side.Sell, quantity, price, leverage, feeRate, flatFee, reservedBy, reduceOnly, maintenanceRate, timeUs, instrument));

    private static FillRequest Trade(
        Side side, decimal quantity, decimal price, int leverage, decimal feeRate, decimal? flatFee, EntityId? reservedBy, bool reduceOnly,
        decimal maintenanceRate, long timeUs, int instrument) => new()
        {
            Instrument = instrument,
            Side = side,
            Quantity = quantity,
            Price = price,
            Leverage = leverage,
            FeeRate = feeRate,
            FlatFee = flatFee,
            MaintenanceRate = maintenanceRate,
            ReservedBy = reservedBy,
            ReduceOnly = reduceOnly,
            TimeUs = timeUs,
        };
}
