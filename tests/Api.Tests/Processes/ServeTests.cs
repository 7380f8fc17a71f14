using System.Text.Json;

namespace Draizer.Api.Tests.Processes;

/// <summary>The server as a process: told to end, killed, and started where it cannot run.</summary>
public sealed class ServeTests
{
    [Theory]
    [InlineData("TERM")]
    [InlineData("INT")]
    public async Task A_server_that_is_told_to_end_stops_its_sessions_and_keeps_their_numbers(string signal)
    {
        using var data = new TempDirectory();
        JsonElement before;
        await using (var server = await StartAsync(data.Path))
        {
            before = await server.StartSessionAsync();
            await server.Process.SignalAsync(signal);
            var (code, output, _) = await server.Process.EndAsync();
            Assert.Equal(0, code);
            Assert.DoesNotContain("pump_dump_detection", output, StringComparison.Ordinal);
        }

        await using var next = await StartAsync(data.Path);
        var after = (await next.Api.GetAsync($"/api/sessions/{before.Id()}")).Must(200);
        Assert.Equal("STOPPED", after.Text("status"));
        Assert.Equal("engine_stopped", after.Text("status_reason"));
        Assert.Equal(5_000m, after.Number("initial_balance"));
        Assert.Equal(after.Number("equity") - 5_000m, after.Number("total_pnl"));
        Assert.Equal(before.Text("created_at"), after.Text("created_at"));
    }

    [Fact]
    public async Task A_killed_server_shows_its_session_as_interrupted_at_the_next_start()
    {
        using var data = new TempDirectory();
        JsonElement before;
        await using (var server = await StartAsync(data.Path))
        {
            before = await server.StartSessionAsync();
            server.Process.Kill();
            await server.Process.EndAsync();
        }

        await using var next = await StartAsync(data.Path);
        var after = (await next.Api.GetAsync($"/api/sessions/{before.Id()}")).Must(200);
        Assert.Equal("ERROR", after.Text("status"));
        Assert.Equal("interrupted", after.Text("status_reason"));
        Assert.Equal(before.Number("balance"), after.Number("balance"));
    }

    [Fact]
    public async Task A_second_engine_is_kept_off_the_data_directory()
    {
        using var data = new TempDirectory();
        await using var server = await StartAsync(data.Path);

        await using var second = DraizerProcess.Serve(data.Path, DraizerProcess.FreeAddress().ToString());
        var (code, _, errors) = await second.EndAsync();
        var migration = await DraizerProcess.RunAsync("migrate", "--data", data.Path);

        Assert.Equal(1, code);
        Assert.StartsWith("Another engine is running on the data directory", errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
        Assert.Equal(1, migration.Code);
        (await server.Api.GetAsync("/health/ready")).Must(200);
    }

    [Fact]
    public async Task A_port_in_use_ends_with_one_clear_line()
    {
        using var data = new TempDirectory();
        using var other = new TempDirectory();
        await using var server = await StartAsync(data.Path);

        await using var second = DraizerProcess.Serve(other.Path, server.Address.ToString());
        var (code, output, errors) = await second.EndAsync();

        Assert.Equal(1, code);
        Assert.Contains("address already in use", errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", output + errors, StringComparison.Ordinal);
    }

    private static async Task<RunningServer> StartAsync(string data)
    {
        var address = DraizerProcess.FreeAddress();
        var server = new RunningServer(address, DraizerProcess.Serve(data, address.ToString()), new ApiClient(address));
        await server.Api.UntilReadyAsync();
        return server;
    }

    private sealed record RunningServer(Uri Address, DraizerProcess Process, ApiClient Api) : IAsyncDisposable
    {
        public async Task<JsonElement> StartSessionAsync() =>
            (await Api.PostAsync("/api/sessions/start", ApiClient.StartText(""","initial_balance":5000"""))).Must(201);

        public async ValueTask DisposeAsync()
        {
            Api.Dispose();
            await Process.DisposeAsync();
        }
    }
}
