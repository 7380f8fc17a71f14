namespace Draizer.Domain.Markets;

/// <summary>Which way a trade or an order goes.</summary>
public enum Side : byte
{
    Buy,
    Sell,
}

/// <summary>Arithmetic on <see cref="Side"/>.</summary>
public static class SideExtensions
{
    public static Side Opposite(this Side side) => side == Side.Buy ? Side.Sell : Side.Buy;
}
