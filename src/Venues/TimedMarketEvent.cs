using Draizer.Domain.Markets;

namespace Draizer.Venues;

/// <summary>A market event with the time at which it happens in a recorded or generated stream.</summary>
public readonly record struct TimedMarketEvent(long TimeUs, MarketEvent Event);
