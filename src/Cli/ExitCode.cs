namespace Draizer.Cli;

/// <summary>How a command ended, for scripts.</summary>
public static class ExitCode
{
    public const int Done = 0;
    public const int Failed = 1;
    public const int WrongUsage = 2;
}
