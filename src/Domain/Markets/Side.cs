namespace Draizer.Domain.Markets;

/// <summary>Which way a trade or an order goes.</summary>
public enum Side : byte
{
    Buy,
    Sell,
}
