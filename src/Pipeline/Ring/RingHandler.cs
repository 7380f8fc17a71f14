namespace Draizer.Pipeline.Ring;

/// <summary>What a stage does with an event. The slot is the stage's own until it returns.</summary>
/// <param name="endOfBatch">Nothing more is known to be waiting: the moment to flush.</param>
public delegate void RingHandler<T>(ref T slot, long sequence, bool endOfBatch)
    where T : struct;
