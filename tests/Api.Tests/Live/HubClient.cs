using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;

namespace Draizer.Api.Tests.Live;

/// <summary>Speaks the hub's JSON protocol over a plain WebSocket.</summary>
public sealed class HubClient : IAsyncDisposable
{
    private const char End = '\u001e';

    private readonly ClientWebSocket _socket = new();
    private readonly Channel<Push> _pushes = Channel.CreateUnbounded<Push>();
    private readonly ConcurrentDictionary<string, TaskCompletionSource<JsonElement>> _calls = new();
    private Task _reading = Task.CompletedTask;
    private int _lastCall;

    /// <summary>Snapshots and events in the order in which they came over the wire.</summary>
    public ConcurrentQueue<Push> Heard { get; } = new();

    /// <summary>Ends when the connection does.</summary>
    public Task Closed => _reading;

    public static async Task<HubClient> ConnectAsync(Uri server, bool isReading = true, HttpMessageInvoker? through = null)
    {
        var client = new HubClient();
        await client._socket.ConnectAsync(new UriBuilder(server) { Scheme = "ws", Path = "/hubs/trading" }.Uri, through, CancellationToken.None);
        await client.SendAsync("""{"protocol":"json","version":1}""");
        if (isReading)
            client._reading = Task.Run(client.ReadAsync);
        return client;
    }

    public async Task<JsonElement> CallAsync(string method, string argument)
    {
        var id = Interlocked.Increment(ref _lastCall).ToString();
        var answer = new TaskCompletionSource<JsonElement>(TaskCreationOptions.RunContinuationsAsynchronously);
        _calls[id] = answer;
        await SendAsync($$"""{"type":1,"invocationId":"{{id}}","target":"{{method}}","arguments":[{{argument}}]}""");
        return await answer.Task.WaitAsync(TimeSpan.FromSeconds(30));
    }

    public Task SendAsync(string message) =>
        _socket.SendAsync(Encoding.UTF8.GetBytes(message + End), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);

    /// <summary>The next event that is as wanted; the others before it are passed over.</summary>
    public async Task<Push> NextAsync(Func<Push, bool> isWanted, int seconds = 30)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(seconds));
        await foreach (var push in _pushes.Reader.ReadAllAsync(deadline.Token))
        {
            if (isWanted(push))
                return push;
        }

        throw new InvalidOperationException("The connection has ended.");
    }

    public async ValueTask DisposeAsync()
    {
        _socket.Abort();
        await _reading;
        _socket.Dispose();
    }

    private async Task ReadAsync()
    {
        var buffer = new byte[64 * 1024];
        var text = new StringBuilder();
        var decoder = Encoding.UTF8.GetDecoder();
        var letters = new char[buffer.Length + 4];
        try
        {
            while (true)
            {
                var read = await _socket.ReceiveAsync(buffer.AsMemory(), CancellationToken.None);
                if (read.MessageType == WebSocketMessageType.Close)
                    break;

                text.Append(letters, 0, decoder.GetChars(buffer, 0, read.Count, letters, 0));
                if (text.Length == 0 || text[^1] != End)
                    continue;

                foreach (var message in text.ToString().Split(End, StringSplitOptions.RemoveEmptyEntries))
                    Take(JsonSerializer.Deserialize<JsonElement>(message));
                text.Clear();
            }
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException)
        {
            // Cut off, by either side.
        }
        finally
        {
            _pushes.Writer.TryComplete();
        }
    }

    private void Take(JsonElement message)
    {
        if (!message.TryGetProperty("type", out var type))
            return;

        if (type.GetInt32() == 1)
        {
            var push = new Push(message.Text("target"), message.GetProperty("arguments")[0], Environment.TickCount64);
            Heard.Enqueue(push);
            _pushes.Writer.TryWrite(push);
        }
        else if (type.GetInt32() == 3 && _calls.TryRemove(message.Text("invocationId"), out var call))
        {
            if (message.TryGetProperty("error", out var error))
            {
                call.SetException(new HubRefusalException(error.GetString()!));
                return;
            }

            var result = message.TryGetProperty("result", out var value) ? value : default;
            Heard.Enqueue(new Push("", result, Environment.TickCount64));
            call.SetResult(result);
        }
    }
}

/// <summary>An event, or an answer where the name is empty.</summary>
public sealed record Push(string Name, JsonElement Body, long AtMs)
{
    public long? Sequence => Body.TryGetProperty("sequence", out var sequence) ? sequence.GetInt64() : null;
    public string? Session => Body.TryGetProperty("session_id", out var id) ? id.GetString() : null;
}

/// <summary>The hub refused a call.</summary>
public sealed class HubRefusalException(string message) : Exception(message);
