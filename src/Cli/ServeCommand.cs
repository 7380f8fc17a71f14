using System.CommandLine;
using Draizer.Api.Hosting;
using Draizer.Pipeline.Engine;
using Draizer.Pipeline.Ring;
using Draizer.Storage.Embedded;
using Draizer.Trading.Ports;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Draizer.Cli;

/// <summary><c>draizer serve</c>: the engine with its API and dashboard, until interrupted.</summary>
internal static class ServeCommand
{
    public static Command Create()
    {
        var demo = new Option<bool>("--demo") { Description = "Start sessions that trade the simulated market's pumps." };
        var urls = new Option<string[]>("--urls")
        {
            Description = "Addresses to listen at; this machine's only.",
            DefaultValueFactory = _ => ["http://127.0.0.1:8080"],
            AllowMultipleArgumentsPerToken = true,
            HelpName = "URL",
        };
        var data = DataOption.Create();
        var dashboard = new Option<string?>("--dashboard")
        {
            Description = "Directory of the built dashboard.",
            DefaultValueFactory = _ => Environment.GetEnvironmentVariable("DRAIZER_DASHBOARD"),
            HelpName = "DIR",
        };
        var symbols = new Option<int>("--symbols") { Description = "Symbols of the simulated market, 1 to 1000.", DefaultValueFactory = _ => 20, HelpName = "N" };
        var seed = new Option<ulong?>("--seed") { Description = "Seed of the simulated market; from the clock when absent.", HelpName = "N" };
        var history = new Option<int>("--history")
        {
            Description = "Minutes of the market's past that warm the engine, 0 to 1440.",
            DefaultValueFactory = _ => 60,
            HelpName = "MINUTES",
        };
        var quotes = new Option<bool>("--record-quotes") { Description = "Store quotes too, which doubles the size of the database." };
        var wait = new Option<string>("--wait") { Description = "How idle threads wait.", DefaultValueFactory = _ => "adaptive" };
        wait.AcceptOnlyFromAmong([.. WaitStrategies.Names]);

        var command = new Command("serve", "Run the engine, its API and its dashboard until interrupted.\n\nExample: draizer serve --demo --urls http://127.0.0.1:8080")
        {
            demo, urls, data, dashboard, symbols, seed, history, quotes, wait,
        };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            new ServerOptions
            {
                Demo = parsed.GetValue(demo),
                Urls = parsed.GetValue(urls)!,
                DataDirectory = parsed.GetValue(data)!,
                DashboardDirectory = parsed.GetValue(dashboard),
                Symbols = parsed.GetValue(symbols),
                Seed = parsed.GetValue(seed),
                RecordQuotes = parsed.GetValue(quotes),
                History = TimeSpan.FromMinutes(parsed.GetValue(history)),
                Engine = new EngineOptions { WaitStrategy = parsed.GetValue(wait)! },
            },
            cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(ServerOptions options, CancellationToken cancellationToken)
    {
        var faults = options.Faults();
        foreach (var fault in faults)
            await Console.Error.WriteLineAsync(fault);
        if (faults.Count > 0)
            return ExitCode.WrongUsage;

        try
        {
            await using var server = DraizerServer.Build(options);

            // Before anything runs: a directory or a database that cannot be used is said at once.
            server.Services.GetRequiredService<IStore>();
            try
            {
                await server.StartAsync(cancellationToken);
                await Console.Out.WriteLineAsync($"Draizer is at {string.Join(", ", server.Urls)} (Ctrl+C ends it)");
                await server.WaitForShutdownAsync(cancellationToken);
            }
            catch
            {
                // What had started before the fault goes down in order.
                await server.StopAsync(CancellationToken.None);
                throw;
            }

            return server.Services.GetRequiredService<Failure>().Error is null ? ExitCode.Done : ExitCode.Failed;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return ExitCode.Done;
        }
        catch (Exception e) when (e is IOException or InvalidOperationException or UnauthorizedAccessException or StoreException)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return ExitCode.Failed;
        }
    }
}
