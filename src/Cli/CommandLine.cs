using System.CommandLine;

namespace Draizer.Cli;

/// <summary>What can be typed behind <c>draizer</c>.</summary>
public static class CommandLine
{
    public static async Task<int> RunAsync(string[] args)
    {
        var root = new RootCommand("Draizer, a trading engine for crypto markets.\n\nExample: draizer serve --demo")
        {
            ServeCommand.Create(),
            MigrateCommand.Create(),
        };
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
                await Console.Error.WriteLineAsync(error.Message);
            await Console.Error.WriteLineAsync("Try 'draizer --help'.");
            return ExitCode.WrongUsage;
        }

        // Commands end themselves when they are interrupted, however long their last words take.
        return await parsed.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null });
    }
}
