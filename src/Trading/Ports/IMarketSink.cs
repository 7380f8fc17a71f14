using Draizer.Domain.Markets;

namespace Draizer.Trading.Ports;

/// <summary>Where venues put what they hear. Safe for many threads; never blocks for long.</summary>
public interface IMarketSink
{
    void OnMarketEvent(in MarketEvent marketEvent);
}
