using System.CommandLine;
using Draizer.Api.Hosting;
using Draizer.Domain.Markets;
using Draizer.Storage.Embedded;

namespace Draizer.Cli;

/// <summary><c>draizer migrate</c>: brings the database to this version's tables.</summary>
internal static class MigrateCommand
{
    public static Command Create()
    {
        var data = DataOption.Create();
        var command = new Command("migrate", "Bring the database to this version's tables.\n\nExample: draizer migrate --data data") { data };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetValue(data)!, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string directory, CancellationToken cancellationToken)
    {
        var path = Path.Combine(directory, "draizer.db");
        try
        {
            using var directoryLock = DataDirectoryLock.Take(directory);
            await using var store = EmbeddedStore.Open(path, new InstrumentCatalogue([]));
            var report = await store.MigrateAsync(cancellationToken);
            foreach (var name in report.Applied)
                await Console.Out.WriteLineAsync($"applied {name}");
            await Console.Out.WriteLineAsync($"{path} has all {report.Total} migrations.");
            return ExitCode.Done;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return ExitCode.Failed;
        }
    }
}
