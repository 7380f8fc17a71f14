using Draizer.Domain.Outputs;

namespace Draizer.Trading.Ports;

/// <summary>
/// Hears what the core publishes, in order, on the publishing thread: whoever implements this hands over and returns, and never waits.
/// </summary>
public interface IEngineListener
{
    void OnOutput(Output output);

    /// <summary>Market events in order; those of the past that are stored already are left out.</summary>
    void OnTicks(ReadOnlySpan<TickRow> ticks);
}
