using Draizer.Domain.Commands;
using Draizer.Pipeline.Ingress;
using Draizer.Pipeline.Ring;
using Draizer.Trading.Engine;
using static Draizer.Pipeline.Tests.Engine.Bench;

namespace Draizer.Pipeline.Tests.Ingress;

public sealed class InputSequencerTests
{
    private readonly HandClock _clock = new();
    private readonly Sequence _finished = new();
    private readonly RingBuffer<EngineEvent> _ring = new(4, ProducerKind.Single, WaitStrategies.ForThisMachine());
    private readonly Alert _givesUp;
    private readonly InputSequencer _sequencer;

    public InputSequencerTests()
    {
        _ring.AddGatingSequences(_finished);
        _givesUp = new Alert(_ring.Waits);
        _sequencer = new InputSequencer(_ring, _finished, _givesUp, _clock);
    }

    [Fact]
    public void Core_time_is_that_of_arrival_and_never_goes_back()
    {
        Put(new IngressItem { Kind = InputKind.Clock });
        _clock.NowUs -= 500;
        Put(new IngressItem { Kind = InputKind.Clock });
        _clock.NowUs += 700;
        Put(new IngressItem { Kind = InputKind.Clock });

        Assert.Equal([StartUs, StartUs, StartUs + 200], Times());
        Assert.Equal(StartUs + 200, _sequencer.CoreTimeUs);
    }

    [Fact]
    public void A_known_time_stands_unless_it_would_go_back()
    {
        Put(new IngressItem { Kind = InputKind.Market, TimeUs = 1_000, IsHistory = true, IsStored = true });
        Put(new IngressItem { Kind = InputKind.Market, TimeUs = 900, IsHistory = true });
        Put(new IngressItem { Kind = InputKind.Boot });

        Assert.Equal([1_000, 1_000, StartUs], Times());
        Assert.True(_ring[0].IsHistory && _ring[0].IsStored && !_ring[1].IsStored);
    }

    [Fact]
    public void The_lag_is_the_age_of_the_oldest_input_that_is_not_finished()
    {
        Put(new IngressItem { Kind = InputKind.Clock });
        _clock.NowUs += 300;
        Put(new IngressItem { Kind = InputKind.Clock });
        _clock.NowUs += 100;
        _finished.Advance(0);
        Put(new IngressItem { Kind = InputKind.Clock });
        _finished.Advance(2);
        Put(new IngressItem { Kind = InputKind.Clock });

        Assert.Equal([0, 300, 100, 0], new[] { _ring[0].LagUs, _ring[1].LagUs, _ring[2].LagUs, _ring[3].LagUs });
    }

    [Fact]
    public void A_reused_slot_keeps_nothing_of_its_last_input()
    {
        Put(new IngressItem { Kind = InputKind.Command, Command = new PauseSession("a"), CorrelationId = 7 });
        _ring[0].Intents.Add(null!);
        _ring[0].ValueCount = 3;
        for (var i = 0; i < 4; i++)
        {
            _finished.Advance(i);
            Put(new IngressItem { Kind = InputKind.Clock });
        }

        ref var slot = ref _ring[4];
        Assert.Equal((4, InputKind.Clock), (slot.Sequence, slot.Kind));
        Assert.Equal((0, 0, 0L), (slot.ValueCount, slot.Intents.Count, slot.CorrelationId));
        Assert.Null(slot.Command);
    }

    [Fact]
    public void A_full_ring_is_given_up_on_when_the_engine_ends()
    {
        for (var i = 0; i < 4; i++)
            Put(new IngressItem { Kind = InputKind.Clock });
        _givesUp.Raise();

        Put(new IngressItem { Kind = InputKind.Clock });

        Assert.Equal(3, _ring.Cursor);
    }

    private long[] Times() => [.. Enumerable.Range(0, (int)_ring.Cursor + 1).Select(i => _ring[i].TimeUs)];

    private void Put(IngressItem item) => _sequencer.OnInput(ref item, sequence: 0, endOfBatch: true);
}
