using System.Text.Json;
using Draizer.Api.Market;
using Draizer.Domain.Markets;
using Draizer.Grains.Hosting;
using Draizer.Trading.Ports;
using Microsoft.AspNetCore.SignalR;

namespace Draizer.Api.Live;

/// <summary>What clients call: subscribing answers a snapshot, and the changes follow.</summary>
public sealed class TradingHub(FeedHub feeds, SessionHost sessions, InstrumentCatalogue catalogue, IMarketReadings readings) : Hub
{
    public override Task OnConnectedAsync()
    {
        feeds.Connect(Context.ConnectionId, Context.Abort);
        return base.OnConnectedAsync();
    }

    public override async Task OnDisconnectedAsync(Exception? exception)
    {
        await feeds.DisconnectAsync(Context.ConnectionId);
        await base.OnDisconnectedAsync(exception);
    }

    public async Task<SnapshotBody> Subscribe(JsonElement request)
    {
        var wanted = SubscribeRequest.Read(request, catalogue);
        var feed = Feed();

        // The pen is put down where the answer is written, so that no event overtakes the snapshot it comes after.
        await feed.TakePenAsync(Context.ConnectionAborted);
        try
        {
            return await SnapshotAsync(feed, wanted);
        }
        catch
        {
            feed.PutPenDown();
            throw;
        }
    }

    public void Unsubscribe(JsonElement request)
    {
        var unwanted = SubscribeRequest.Read(request, catalogue);
        var feed = Feed();
        foreach (var id in unwanted.Sessions)
            feeds.Unwatch(feed, id, unwanted.Channels);
        if (unwanted.Channels.HasFlag(ChannelSet.Ticks))
            feed.Subscriptions.Remove(unwanted.Instruments);
    }

    private async Task<SnapshotBody> SnapshotAsync(ClientFeed feed, SubscribeRequest wanted)
    {
        var found = new List<SessionSnapshotBody>();
        var missing = new List<string>();
        foreach (var id in wanted.Sessions)
        {
            // Watched before it is looked at: what happens in between waits, and is left out where the snapshot has it.
            feeds.Watch(feed, id, wanted.Channels);
            if (await sessions.Get(id).SnapshotAsync() is { } snapshot)
            {
                feed.Subscriptions.StartAfter(id, snapshot.Sequence);
                found.Add(SessionSnapshotBody.Of(snapshot));
            }
            else
            {
                feeds.Unwatch(feed, id, ChannelSet.All);
                missing.Add(id);
            }
        }

        if (wanted.Channels.HasFlag(ChannelSet.Ticks))
            feed.Subscriptions.Add(wanted.Instruments);
        var ticks = wanted.Instruments.Select(i => MarketEndpoints.TickOf(catalogue[i], readings.Read(i))).OfType<TickBody>();
        return new SnapshotBody(found, [.. ticks], missing) { Written = feed.PutPenDown };
    }

    private ClientFeed Feed() => feeds.Find(Context.ConnectionId) ?? throw new HubException("The connection has ended.");
}
