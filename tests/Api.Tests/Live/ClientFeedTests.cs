using Draizer.Api.Live;
using Draizer.Api.Wire;
using Draizer.Trading.Ports;

namespace Draizer.Api.Tests.Live;

/// <summary>What waits for one client, and when it goes out.</summary>
public sealed class ClientFeedTests : IDisposable
{
    private readonly ClientFeed _feed = new("c", new ClientFeedOptions { MaxWaiting = 3 });

    public ClientFeedTests()
    {
        _feed.Subscriptions.Add("a", ChannelSet.All);
        _feed.Subscriptions.StartAfter("a", sequence: 7);
    }

    [Fact]
    public void Conflated_events_wait_for_the_beat_and_only_the_newest_goes_out()
    {
        for (var i = 1; i <= 5; i++)
            _feed.Offer("balance_updated", "balance", new ConflatedEnvelope("a", new Timestamp(i), i));
        Assert.False(_feed.TryTake(out _, out _));

        _feed.Beat(new NoMarket(), (_, _) => null);

        Assert.True(_feed.TryTake(out var name, out var body));
        Assert.Equal(("balance_updated", 5), (name, ((ConflatedEnvelope)body).Data));
        Assert.False(_feed.TryTake(out _, out _));
    }

    [Fact]
    public void What_the_snapshot_contains_is_not_told_again_and_left_out_channels_leave_no_gap()
    {
        _feed.Subscriptions.Remove("a", ChannelSet.Orders);
        _feed.Offer("session_status", Numbered(7));
        _feed.Offer("order_created", Numbered(8));
        _feed.Offer("session_status", Numbered(9));

        Assert.True(_feed.TryTake(out _, out var body));
        Assert.Equal(8, ((NumberedEnvelope)body).Sequence);
        Assert.False(_feed.TryTake(out _, out _));
    }

    [Fact]
    public void An_update_that_was_taken_back_does_not_go_out()
    {
        _feed.Offer("position_updated", "position", new ConflatedEnvelope("a", new Timestamp(1), 1));
        _feed.TakeBack("position");

        _feed.Beat(new NoMarket(), (_, _) => null);

        Assert.False(_feed.TryTake(out _, out _));
    }

    [Fact]
    public void More_than_may_wait_is_an_overrun()
    {
        for (var i = 8; i < 11; i++)
            _feed.Offer("session_status", Numbered(i));
        Assert.False(_feed.IsOverrun);

        _feed.Offer("session_status", Numbered(11));

        Assert.True(_feed.IsOverrun);
    }

    public void Dispose() => _feed.Dispose();

    private static NumberedEnvelope Numbered(long sequence) => new("a", sequence, new Timestamp(sequence), sequence);

    private sealed class NoMarket : IMarketReadings
    {
        public MarketReading Read(int instrument) => default;
    }
}
