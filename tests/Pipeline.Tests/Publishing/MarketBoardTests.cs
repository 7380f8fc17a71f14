using Draizer.Domain.Markets;
using Draizer.Pipeline.Publishing;
using Draizer.Pipeline.Tests.Engine;
using Draizer.Pipeline.Threads;

namespace Draizer.Pipeline.Tests.Publishing;

public sealed class MarketBoardTests
{
    [Fact]
    public void A_trade_and_a_quote_each_keep_what_the_other_said()
    {
        var board = new MarketBoard(2);
        board.Apply(MarketEvent.Trade(1, 0, price: 100, quantity: 3, Side.Sell), timeUs: 10);
        board.Apply(MarketEvent.Quote(1, 0, bidPrice: 99, bidSize: 5, askPrice: 101, askSize: 6), timeUs: 20);
        board.Apply(MarketEvent.Mark(1, 0, price: 500), timeUs: 30);

        Assert.Equal(new(Version: 2, TimeUs: 20, 100, 3, IsBuy: false, LastTradeUs: 10, 99, 5, 101, 6), board.Read(1));
        Assert.Equal(default, board.Read(0));
    }

    [Fact]
    public void A_reader_never_sees_half_a_write()
    {
        const int Writes = 300_000;
        var board = new MarketBoard(1);
        var torn = 0;
        var seen = 0L;
        var reader = new StageThread("reader", () =>
        {
            while (seen < Writes)
            {
                var reading = board.Read(0);

                // All of a write's numbers are its number, and reading goes forward.
                if (reading.Version < seen || reading.TimeUs != reading.Version
                    || reading.BidPrice != reading.Version || reading.BidSize != reading.Version
                    || reading.AskPrice != reading.Version || reading.AskSize != reading.Version)
                {
                    torn++;
                }

                seen = reading.Version;
            }
        });
        reader.Start();

        for (var i = 1; i <= Writes; i++)
            board.Apply(MarketEvent.Quote(0, 0, i, i, i, i), timeUs: i);

        Assert.True(reader.Join(Bench.Patience));
        Assert.Equal((0, (long)Writes), (torn, seen));
    }
}
