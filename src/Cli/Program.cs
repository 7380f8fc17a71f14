using Draizer.Cli;

return await CommandLine.RunAsync(args);
