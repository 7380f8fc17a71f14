using Draizer.Domain.Identity;

namespace Draizer.Trading.Strategies;

/// <summary>
/// Ids of what this stage makes: the boot epoch in milliseconds (core time of the boot input), the input's sequence, and a number
/// that counts from 0 in each input. Execution's numbers start at 1,000, so the rare input with more signals goes on far above them.
/// </summary>
internal sealed class SignalIds
{
    private const int OwnNumbers = 1_000;
    private const int Beyond = 1_000_000_000;

    private long _epochMs;
    private long _sequence = -1;
    private int _next;

    public void Boot(long timeUs) => _epochMs = timeUs / 1_000;

    public EntityId Next(long sequence)
    {
        if (sequence != _sequence)
            (_sequence, _next) = (sequence, 0);

        var number = _next++;
        return new EntityId(_epochMs, sequence, number < OwnNumbers ? number : Beyond + number);
    }
}
