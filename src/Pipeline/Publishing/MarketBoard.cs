using Draizer.Domain.Markets;
using Draizer.Trading.Ports;

namespace Draizer.Pipeline.Publishing;

/// <summary>The newest prices. The publishing thread writes; readers try again when they met a write, and cost the writer nothing.</summary>
public sealed class MarketBoard(int instruments) : IMarketReadings
{
    private readonly Cell[] _cells = new Cell[instruments];

    public void Apply(in MarketEvent marketEvent, long timeUs)
    {
        if (marketEvent.Kind is not (MarketEventKind.Trade or MarketEventKind.Quote))
            return;

        ref var cell = ref _cells[marketEvent.Instrument];
        var reading = cell.Reading;
        reading = marketEvent.Kind == MarketEventKind.Trade
            ? reading with
            {
                LastPrice = marketEvent.Price,
                LastQuantity = marketEvent.Quantity,
                IsBuy = marketEvent.Aggressor == Side.Buy,
                LastTradeUs = timeUs,
            }
            : reading with
            {
                BidPrice = marketEvent.BidPrice,
                BidSize = marketEvent.BidSize,
                AskPrice = marketEvent.AskPrice,
                AskSize = marketEvent.AskSize,
            };

        // Odd while being written.
        Interlocked.Increment(ref cell.Guard);
        cell.Reading = reading with { Version = reading.Version + 1, TimeUs = timeUs };
        Interlocked.Increment(ref cell.Guard);
    }

    public MarketReading Read(int instrument)
    {
        ref var cell = ref _cells[instrument];
        var spin = default(SpinWait);
        while (true)
        {
            var before = Volatile.Read(ref cell.Guard);
            var reading = cell.Reading;
            Interlocked.MemoryBarrier();
            if ((before & 1) == 0 && Volatile.Read(ref cell.Guard) == before)
                return reading;

            spin.SpinOnce();
        }
    }

    private struct Cell
    {
        public long Guard;
        public MarketReading Reading;
    }
}
