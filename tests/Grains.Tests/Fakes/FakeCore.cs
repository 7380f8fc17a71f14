using System.Collections.Concurrent;
using Draizer.Domain.Commands;
using Draizer.Domain.Indicators;
using Draizer.Trading.Ports;

namespace Draizer.Grains.Tests.Fakes;

/// <summary>Stands in for the core: notes commands, answers as told, and lets indicators and prices be set.</summary>
internal sealed class FakeCore : ICommandPort, IIndicatorReadings, IMarketReadings
{
    private readonly ConcurrentQueue<Command> _commands = new();

    public IReadOnlyList<Command> Commands => [.. _commands];

    /// <summary>What a command is answered, and what happens before.</summary>
    public Func<Command, Task<CommandResult>> Answer { get; set; } = _ => Task.FromResult(CommandResult.Done);

    public ConcurrentDictionary<string, double> Values { get; } = [];
    public double LastPrice { get; set; }

    public Task<CommandResult> SubmitAsync(Command command, CancellationToken cancellationToken)
    {
        _commands.Enqueue(command);
        return Answer(command);
    }

    public double Read(string sessionId, int instrument, IndicatorSpec spec) => Values.GetValueOrDefault(spec.Name, double.NaN);

    public MarketReading Read(int instrument) => new() { LastPrice = LastPrice };
}
