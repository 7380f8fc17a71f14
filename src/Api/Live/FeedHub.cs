using System.Collections.Concurrent;
using Draizer.Api.Market;
using Draizer.Api.Wire;
using Draizer.Domain.Markets;
using Draizer.Domain.Positions;
using Draizer.Grains.Events;
using Draizer.Trading.Ports;
using Microsoft.AspNetCore.SignalR;

namespace Draizer.Api.Live;

/// <summary>
/// Brings the sessions' events to the connected clients. Each client has a sender of its own, so that a slow one is behind by itself:
/// it loses conflated events first, and is cut off when its numbered ones pile up.
/// </summary>
public sealed class FeedHub(
    IHubContext<TradingHub> hub, InstrumentCatalogue catalogue, IMarketReadings readings, ClientFeedOptions options, LiveSessions live,
    TimeProvider time, ILogger<FeedHub> log) : BackgroundService, ISessionEvents
{
    private static readonly TimeSpan LastWord = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<string, Client> _clients = new();
    private readonly Watchers<Client> _watchers = new();

    public int Count => _clients.Count;

    public void Connect(string connectionId, Action abort)
    {
        var client = new Client(new ClientFeed(connectionId, options), abort, new CancellationTokenSource());
        _clients[connectionId] = client;
        client.Sending = SendAsync(client);
    }

    public ClientFeed? Find(string connectionId) => _clients.TryGetValue(connectionId, out var client) ? client.Feed : null;

    public async Task DisconnectAsync(string connectionId)
    {
        if (!_clients.TryRemove(connectionId, out var client))
            return;

        foreach (var session in client.Feed.Subscriptions.Sessions)
            _watchers.Remove(session, client);
        await client.Ended.CancelAsync();
        await client.Sending;
        client.Ended.Dispose();
    }

    public void Watch(ClientFeed feed, string session, ChannelSet channels)
    {
        feed.Subscriptions.Add(session, channels);
        feed.TakeBackAllOf(session);
        if (!_clients.TryGetValue(feed.ConnectionId, out var client))
            return;

        _watchers.Add(session, client);

        // It may have gone meanwhile, and its leaving may not have seen this session.
        if (!_clients.ContainsKey(feed.ConnectionId))
            _watchers.Remove(session, client);
    }

    public void Unwatch(ClientFeed feed, string session, ChannelSet channels)
    {
        if (!feed.Subscriptions.Remove(session, channels) && _clients.TryGetValue(feed.ConnectionId, out var client))
            _watchers.Remove(session, client);
    }

    public bool IsWatched(string sessionId) => _watchers.Any(sessionId);

    public void OnEvent(SessionEvent sessionEvent)
    {
        live.Note(sessionEvent);
        var watchers = _watchers.Of(sessionEvent.SessionId);
        if (watchers.IsEmpty)
            return;

        var data = EventBodies.Of(sessionEvent);
        var timestamp = new Timestamp(sessionEvent.TimeUs);
        var key = KeyOf(sessionEvent);
        foreach (var client in watchers)
        {
            if (sessionEvent.Sequence is { } sequence)
            {
                // A position that has closed must not be seen open again by an update from before.
                client.Feed.TakeBack(key);
                client.Feed.Offer(sessionEvent.Name, new NumberedEnvelope(sessionEvent.SessionId, sequence, timestamp, data));
            }
            else
            {
                client.Feed.Offer(sessionEvent.Name, key, new ConflatedEnvelope(sessionEvent.SessionId, timestamp, data));
            }

            if (client.Feed.IsOverrun)
                CutOff(client);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var beat = new PeriodicTimer(options.ConflationInterval, time);
        while (await beat.WaitForNextTickAsync(stoppingToken))
        {
            foreach (var (_, client) in _clients)
                client.Feed.Beat(readings, (instrument, reading) => MarketEndpoints.TickOf(catalogue[instrument], reading));
        }
    }

    private static string KeyOf(SessionEvent e) =>
        e.Data is PositionSnapshot position ? $"position|{e.SessionId}|{position.PositionId}" : e.ConflationKey ?? "";

    private async Task SendAsync(Client client)
    {
        await Task.Yield();
        var (feed, ended) = (client.Feed, client.Ended.Token);
        var to = hub.Clients.Client(feed.ConnectionId);
        try
        {
            while (await feed.WaitAsync(ended))
            {
                while (await SendNextAsync(feed, to, ended))
                {
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The client has gone.
        }
        catch (Exception e)
        {
            log.LogWarning(e, "Sending to client {Client} failed; it is cut off", feed.ConnectionId);
            client.Abort();
        }
    }

    private static async Task<bool> SendNextAsync(ClientFeed feed, ISingleClientProxy to, CancellationToken ended)
    {
        await feed.TakePenAsync(ended);
        try
        {
            if (!feed.TryTake(out var name, out var body))
                return false;

            await to.SendAsync(name, body, ended);
            return true;
        }
        finally
        {
            feed.PutPenDown();
        }
    }

    private void CutOff(Client client)
    {
        if (!client.TryCutOff())
            return;

        log.LogWarning("Client {Client} does not keep up and is cut off", client.Feed.ConnectionId);
        _ = SayAndAbortAsync(client);
    }

    private async Task SayAndAbortAsync(Client client)
    {
        try
        {
            // What stalls the client may stall this word as well.
            await hub.Clients.Client(client.Feed.ConnectionId).SendAsync("disconnected", new { Reason = "slow_client" }).WaitAsync(LastWord, time);
        }
        catch (Exception e)
        {
            log.LogDebug(e, "Client {Client} could not be told", client.Feed.ConnectionId);
        }

        client.Abort();
    }

    private sealed class Client(ClientFeed feed, Action abort, CancellationTokenSource ended)
    {
        private int _isCutOff;

        public ClientFeed Feed => feed;
        public CancellationTokenSource Ended => ended;
        public Task Sending { get; set; } = Task.CompletedTask;

        public bool TryCutOff() => Interlocked.Exchange(ref _isCutOff, 1) == 0;
        public void Abort() => abort();
    }
}
