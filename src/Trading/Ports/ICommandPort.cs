using Draizer.Domain.Commands;

namespace Draizer.Trading.Ports;

/// <summary>The way into the core for commands. The answer comes once the core has processed the command.</summary>
public interface ICommandPort
{
    Task<CommandResult> SubmitAsync(Command command, CancellationToken cancellationToken);
}
