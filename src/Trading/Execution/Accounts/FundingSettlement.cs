using Draizer.Domain.Markets;
using Draizer.Domain.Money;
using Draizer.Trading.Execution.Market;

namespace Draizer.Trading.Execution.Accounts;

/// <summary>Settles funding for every position of an instrument. What it takes from a margin may end the position at the look that follows.</summary>
public sealed class FundingSettlement(InstrumentMarket[] markets, HolderIndex holders, PositionDesk positions, AccountFaults faults)
{
    public void Settle(in MarketEvent funding, long timeUs)
    {
        var here = holders.Of(funding.Instrument);
        if (here.Count == 0)
            return;

        var rate = Exact.FromDouble(funding.FundingRate);
        var mark = Exact.FromDouble(markets[funding.Instrument].MarkPrice);
        foreach (var account in here)
        {
            if (!account.IsLive)
                continue;

            try
            {
                account.Ledger.ApplyFunding(funding.Instrument, rate, mark);
                positions.FollowSettlement(account, funding.Instrument, timeUs);
            }
            catch (Exception exception) when (AccountFaults.CanContain(exception))
            {
                faults.Stop(account, exception, timeUs);
            }
        }
    }
}
