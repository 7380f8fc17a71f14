namespace Draizer.Trading.Indicators;

/// <summary>A trade as the history keeps it.</summary>
internal readonly struct Trade(long timeUs, double price, double quantity)
{
    // Beyond these a tick is garbage, and its square would eat the digits of everything summed with it.
    private const double Smallest = 1e-18;
    private const double Largest = 1e18;

    public readonly long TimeUs = timeUs;
    public readonly double Price = price;
    public readonly double Quantity = quantity;

    /// <summary>False for NaN, infinities, what is not above zero, and sizes that no market has.</summary>
    public bool IsSane => Price is >= Smallest and <= Largest && Quantity is >= Smallest and <= Largest;
}
