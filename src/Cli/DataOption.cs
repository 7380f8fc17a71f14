using System.CommandLine;

namespace Draizer.Cli;

/// <summary>The option that several commands share: where the engine keeps its files.</summary>
internal static class DataOption
{
    public static Option<string> Create() => new("--data")
    {
        Description = "Directory of the database.",
        DefaultValueFactory = _ => "data",
        HelpName = "DIR",
    };
}
