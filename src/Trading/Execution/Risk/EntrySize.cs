using Draizer.Domain.Markets;
using Draizer.Domain.Money;
using Draizer.Trading.Engine;

namespace Draizer.Trading.Execution.Risk;

/// <summary>How much a strategy's entry buys or sells.</summary>
public static class EntrySize
{
    /// <summary>The strategy's share of equity at present risk, capped, as whole lots; 0 when it rounds to nothing.</summary>
    public static decimal Of(Intent intent, decimal equity, double price, Instrument instrument)
    {
        if (equity <= 0)
            return 0;

        var notional = equity * Exact.FromDouble(intent.BasePositionPct) * Exact.FromDouble(intent.SizeMultiplier);
        if (intent.MaxPositionSizeUsd is { } cap)
            notional = Math.Min(notional, cap);

        return Exact.FloorTo(notional / Exact.FromDouble(price), instrument.LotSize);
    }
}
