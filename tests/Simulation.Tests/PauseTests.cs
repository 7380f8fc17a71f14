using Draizer.Domain.Commands;
using Draizer.Domain.Markets;
using Draizer.Domain.Orders;
using Draizer.Domain.Outputs;
using Draizer.Domain.Strategies;
using Draizer.Pipeline.Engine;
using Draizer.Simulation.Tests.Playing;
using Draizer.Trading.Strategies.Documents;
using Draizer.Venues.Simulated;

namespace Draizer.Simulation.Tests;

/// <summary>What the stages make of a pause together.</summary>
public sealed class PauseTests
{
    private static readonly StrategyDefinition Eager = StrategyDocument.Parse(
        """
        {
          "strategy_name": "eager", "direction": "LONG",
          "signal_detection": { "conditions": [ { "condition_type": "spread_pct", "operator": "<=", "value": 1 } ] }
        }
        """,
        expectedName: "eager").Definition!;

    [Fact]
    public void A_signal_that_lasts_through_a_pause_is_entered_when_the_session_goes_on()
    {
        var outputs = new List<Output>();
        var engine = new InlineEngine(SimulatedMarket.CatalogueOf(new SimulatedMarketOptions { SymbolCount = 1 })) { Output = outputs.Add };
        var start = Sessions.Demo("paused", symbols: 1);
        engine.Boot(Recording.BootUs);
        engine.Submit(new StartSession(start.Spec with { Strategies = [Eager] }), Recording.AfterBoot(1));
        engine.Submit(new PauseSession("paused"), Recording.AfterBoot(2));
        engine.Market(MarketEvent.Quote(0, 0, bidPrice: 99.99, bidSize: 5, askPrice: 100.01, askSize: 5), Recording.AfterBoot(3));
        engine.Market(MarketEvent.Trade(0, 0, price: 100, quantity: 1, Side.Buy), Recording.AfterBoot(3));
        Assert.DoesNotContain(outputs, output => output is OrderChanged);

        engine.Submit(new ResumeSession("paused"), Recording.AfterBoot(4));
        engine.Clock(Recording.AfterBoot(5));

        Assert.DoesNotContain(outputs, output => output is OrderChanged { Order.Status: OrderStatus.Rejected });
        Assert.Contains(outputs, output => output is PositionChanged { Change: PositionChange.Opened });
    }
}
