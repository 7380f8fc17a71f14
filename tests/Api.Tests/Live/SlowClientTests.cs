using System.Net;
using System.Net.Sockets;
using Draizer.Api.Live;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.DependencyInjection;

namespace Draizer.Api.Tests.Live;

/// <summary>A client that does not read is its own problem.</summary>
public sealed class SlowClientTests
{
    [Fact]
    public async Task A_client_that_does_not_read_is_cut_off_while_another_goes_on()
    {
        await using var server = await TestServer.StartAsync(configure: builder =>
        {
            builder.Services.AddSingleton(new ClientFeedOptions { MaxWaiting = 20 });

            // Small, so that what the system keeps for the client is soon full.
            builder.WebHost.UseSockets(sockets => sockets.CreateBoundListenSocket = endpoint =>
            {
                var listener = SocketTransportOptions.CreateDefaultBoundListenSocket(endpoint);
                listener.SendBufferSize = 4_096;
                return listener;
            });
        });
        var id = (await server.Api.PostAsync("/api/sessions/start", ApiClient.StartText($$""","name":"{{new string('x', 200)}}" """))).Must(201).Id();
        await using var good = await HubClient.ConnectAsync(server.Address);
        await good.CallAsync("Subscribe", $$"""{"sessions":["{{id}}"],"channels":["sessions"]}""");
        using var narrow = new HttpMessageInvoker(new SocketsHttpHandler { ConnectCallback = ConnectNarrowAsync });
        await using var slow = await HubClient.ConnectAsync(server.Address, isReading: false, through: narrow);
        await slow.SendAsync($$"""{"type":1,"target":"Subscribe","arguments":[{"sessions":["{{id}}"],"channels":["sessions"]}]}""");
        await server.Api.UntilAsync("/api/engine", a => a.Json.GetProperty("clients").GetInt32() == 2);
        var before = (await server.Api.GetAsync("/api/engine")).Json.GetProperty("sequence").GetInt64();

        var switches = 0;
        while ((await server.Api.GetAsync("/api/engine")).Json.GetProperty("clients").GetInt32() == 2 && switches < 2_000)
        {
            (await server.Api.PostAsync($"/api/sessions/{id}/{(switches++ % 2 == 0 ? "pause" : "resume")}")).Must(200);
        }

        Assert.InRange(switches, 20, 1_999);
        for (var i = 0; i < switches; i++)
            await good.NextAsync(p => p.Name == "session_status");
        Assert.True((await server.Api.GetAsync("/api/engine")).Json.GetProperty("sequence").GetInt64() > before);
    }

    private static async ValueTask<Stream> ConnectNarrowAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = 4_096 };
        await socket.ConnectAsync(IPAddress.Loopback, context.DnsEndPoint.Port, cancellationToken);
        return new NetworkStream(socket, ownsSocket: true);
    }
}
