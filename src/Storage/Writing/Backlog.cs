using Draizer.Domain.Outputs;
using Draizer.Trading.Ports;

namespace Draizer.Storage.Writing;

/// <summary>A count of outputs and ticks, offered or settled, since the start.</summary>
internal readonly record struct RowCount(long Outputs, long Ticks)
{
    public bool Covers(RowCount other) => Outputs >= other.Outputs && Ticks >= other.Ticks;

    public static RowCount operator -(RowCount left, RowCount right) => new(left.Outputs - right.Outputs, left.Ticks - right.Ticks);
}

/// <summary>
/// Rows that wait to be stored, with the times at which they were offered. Outputs are never dropped; of the ticks the newest are
/// kept. Not for many threads by itself: its owner locks.
/// </summary>
internal sealed class Backlog(int maxTicks)
{
    private readonly Queue<(Output Row, long At)> _outputs = [];
    private readonly Queue<(TickRow Row, long At)> _ticks = [];

    public int Count => _outputs.Count + _ticks.Count;
    public RowCount Waiting => new(_outputs.Count, _ticks.Count);
    public RowCount Offered { get; private set; }

    /// <summary>Rows that have left: taken into a batch, or dropped.</summary>
    public RowCount Left => Offered - Waiting;

    public long DroppedTicks { get; private set; }

    /// <summary>When the oldest row was offered; there must be one.</summary>
    public long OldestAt
    {
        get
        {
            var output = _outputs.TryPeek(out var first) ? first.At : long.MaxValue;
            var tick = _ticks.TryPeek(out var firstTick) ? firstTick.At : long.MaxValue;
            return Math.Min(output, tick);
        }
    }

    public void Add(Output output, long at)
    {
        _outputs.Enqueue((output, at));
        Offered = Offered with { Outputs = Offered.Outputs + 1 };
    }

    public void Add(ReadOnlySpan<TickRow> ticks, long at)
    {
        foreach (ref readonly var tick in ticks)
        {
            if (_ticks.Count == maxTicks)
            {
                _ticks.Dequeue();
                DroppedTicks++;
            }

            _ticks.Enqueue((tick, at));
        }

        Offered = Offered with { Ticks = Offered.Ticks + ticks.Length };
    }

    /// <summary>Moves rows into a batch, outputs before ticks: those must not wait behind a flood of prices.</summary>
    public void MoveTo(List<Output> outputs, List<TickRow> ticks, int limit)
    {
        while (limit > 0 && _outputs.TryDequeue(out var output))
        {
            outputs.Add(output.Row);
            limit--;
        }

        while (limit > 0 && _ticks.TryDequeue(out var tick))
        {
            ticks.Add(tick.Row);
            limit--;
        }
    }
}
