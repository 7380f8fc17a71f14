namespace Draizer.Domain.Positions;

/// <summary>The money of a session in one asset. Always <c>Available + Margin + Reserved = Wallet</c>.</summary>
public sealed record BalanceSnapshot(
    string Asset, decimal Wallet, decimal Available, decimal Margin, decimal Reserved, decimal UnrealizedPnl,
    decimal RealizedPnl, decimal Fees, decimal Funding)
{
    public decimal Equity => Wallet + UnrealizedPnl;
}
