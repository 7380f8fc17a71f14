using Draizer.Domain.Markets;
using Draizer.Domain.Sessions;
using Draizer.Trading.Execution.Market;

namespace Draizer.Trading.Execution.Paper;

/// <summary>How much worse than the touch a market order is filled.</summary>
public static class Slippage
{
    /// <summary>
    /// The share by which the price gets worse: it grows with the order's part of the depth that can be seen, between the profile's
    /// bounds, and is the upper bound where no depth can be seen.
    /// </summary>
    public static double Share(RealismProfile profile, double orderUsd, double depthUsd) =>
        depthUsd > 0
            ? Math.Clamp(profile.SlippageMin + (profile.SlippageFactor * orderUsd / depthUsd), profile.SlippageMin, profile.SlippageMax)
            : profile.SlippageMax;

    /// <summary>The price a market order of this size gets now.</summary>
    public static double FillPrice(RealismProfile profile, in InstrumentMarket market, Side side, double quantity)
    {
        var touch = market.TouchFor(side);
        var share = Share(profile, quantity * touch, market.TouchSizeFor(side) * touch);
        return side == Side.Buy ? touch * (1 + share) : touch * (1 - share);
    }
}
