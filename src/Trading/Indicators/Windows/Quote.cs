namespace Draizer.Trading.Indicators;

/// <summary>The latest best bid and ask of an instrument, and how many there have been.</summary>
internal struct Quote
{
    public double BidPrice;
    public double BidSize;
    public double AskPrice;
    public double AskSize;
    public long TimeUs;
    public long Count;

    public readonly double SpreadPct => 200 * (AskPrice - BidPrice) / (AskPrice + BidPrice);

    /// <summary>From -1, all are asking, to 1, all are bidding; NaN where both sides are empty.</summary>
    public readonly double Imbalance => (BidSize - AskSize) / (BidSize + AskSize);
}
