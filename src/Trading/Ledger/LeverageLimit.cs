using Draizer.Domain.Markets;

namespace Draizer.Trading.Ledger;

/// <summary>Which leverage an instrument bears.</summary>
public static class LeverageLimit
{
    /// <summary>
    /// At most the instrument's maximum, and 1/L &gt; 2m: the margin must be worth more than twice what liquidation keeps, or a position
    /// would open next to its own end.
    /// </summary>
    public static bool Allows(Instrument instrument, int leverage) =>
        leverage >= 1 && leverage <= instrument.MaxLeverage && 2m * instrument.MaintenanceRate * leverage < 1m;
}
