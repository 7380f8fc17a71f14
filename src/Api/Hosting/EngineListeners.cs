using Draizer.Domain.Markets;
using Draizer.Domain.Outputs;
using Draizer.Grains.Hosting;
using Draizer.Storage.Writing;
using Draizer.Trading.Ports;

namespace Draizer.Api.Hosting;

/// <summary>What the core publishes goes into the database.</summary>
/// <param name="recordsQuotes">Quotes are half of what a market says and nothing that is shown is made of stored ones.</param>
public sealed class StoreListener(StoreWriter writer, bool recordsQuotes) : IEngineListener
{
    public void OnOutput(Output output) => writer.Offer(output);

    public void OnTicks(ReadOnlySpan<TickRow> ticks)
    {
        if (recordsQuotes)
        {
            writer.OfferTicks(ticks);
            return;
        }

        // In runs, because each offer takes the writer's lock.
        var kept = 0;
        for (var i = 0; i <= ticks.Length; i++)
        {
            if (i < ticks.Length && ticks[i].Market.Kind != MarketEventKind.Quote)
                continue;

            writer.OfferTicks(ticks[kept..i]);
            kept = i + 1;
        }
    }
}

/// <summary>What the core publishes goes to the session it belongs to.</summary>
public sealed class SessionListener(SessionHost sessions) : IEngineListener
{
    public void OnOutput(Output output) => sessions.Deliver(output);

    public void OnTicks(ReadOnlySpan<TickRow> ticks)
    {
    }
}
