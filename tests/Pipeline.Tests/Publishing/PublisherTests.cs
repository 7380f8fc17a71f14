using Draizer.Domain.Commands;
using Draizer.Domain.Orders;
using Draizer.Domain.Outputs;
using Draizer.Domain.Sessions;
using Draizer.Pipeline.Publishing;
using Draizer.Trading.Engine;
using static Draizer.Pipeline.Tests.Engine.Bench;

namespace Draizer.Pipeline.Tests.Publishing;

public sealed class PublisherTests
{
    private readonly Listener _listener = new();
    private readonly PendingCommands _pending = new();
    private readonly MarketBoard _market = new(2);
    private readonly Publisher _publisher;
    private readonly List<string> _faults = [];

    public PublisherTests() => _publisher = NewPublisher(_listener);

    [Fact]
    public void What_time_passing_caused_is_told_first_then_the_strategies_then_the_rest()
    {
        var e = NewEvent(InputKind.Clock);
        e.ExecutionOutputs.Add(Named("arrival"));
        e.ExecutionOutputs.Add(Named("sample"));
        e.OutputsBeforeStrategy = 2;
        e.Outputs.Add(Named("signal"));
        e.ExecutionOutputs.Add(Named("order"));

        _publisher.OnEvent(ref e, endOfBatch: true);

        Assert.Equal(["arrival", "sample", "signal", "order"], _listener.Outputs.Select(output => output.SessionId));
    }

    [Fact]
    public async Task An_answer_reaches_its_sender_after_the_listeners_have_it()
    {
        var (id, answer) = _pending.Add();
        var e = NewEvent(InputKind.Command);
        e.CorrelationId = id;
        e.ExecutionOutputs.Add(new CommandAnswered(default, "a", id, CommandResult.Done with { OrderId = "x" }));

        _publisher.OnEvent(ref e, endOfBatch: true);

        Assert.Single(_listener.Outputs);
        Assert.True(answer.IsCompletedSuccessfully);
        Assert.Equal("x", (await answer).OrderId);
    }

    [Fact]
    public async Task A_command_without_an_answer_gets_one()
    {
        var (id, answer) = _pending.Add();
        var e = NewEvent(InputKind.Command);
        e.CorrelationId = id;

        _publisher.OnEvent(ref e, endOfBatch: true);

        Assert.True(answer.IsCompletedSuccessfully);
        Assert.Equal(RefusalCode.InternalError, (await answer).RefusalCode);
    }

    [Fact]
    public void Ticks_are_told_together_at_the_end_of_a_batch_without_those_that_came_from_the_store()
    {
        for (var i = 0; i < 3; i++)
        {
            var e = NewEvent(InputKind.Market, sequence: i);
            e.Market = Trade(0, price: 100 + i);
            e.IsStored = i == 1;
            _publisher.OnEvent(ref e, endOfBatch: i == 2);
            Assert.Equal(i == 2 ? 2 : 0, _listener.Ticks.Count);
        }

        Assert.Equal([0L, 2L], _listener.Ticks.Select(tick => tick.Sequence));
        Assert.Equal(102, _market.Read(0).LastPrice);
    }

    [Fact]
    public void Ticks_are_told_even_if_the_last_event_of_the_batch_is_a_bad_one()
    {
        var good = NewEvent(InputKind.Market);
        good.Market = Trade(0);
        _publisher.OnEvent(ref good, endOfBatch: false);
        var bad = NewEvent(InputKind.Market);
        bad.Market = Trade(99);
        bad.Outputs.Add(Named("signal"));

        Assert.Throws<IndexOutOfRangeException>(() => _publisher.OnEvent(ref bad, endOfBatch: true));

        Assert.Single(_listener.Ticks);
        Assert.Single(_listener.Outputs);
    }

    [Fact]
    public void A_listener_that_throws_is_reported_and_the_next_one_is_told()
    {
        var publisher = NewPublisher(new Listener { Throws = new InvalidOperationException("deaf") }, _listener);
        var e = NewEvent(InputKind.Market, sequence: 5);
        e.Market = Trade(0);
        e.Outputs.Add(Named("signal"));

        publisher.OnEvent(ref e, endOfBatch: true);

        Assert.Equal((1, 1), (_listener.Outputs.Count, _listener.Ticks.Count));
        Assert.Equal(2, publisher.FailedDeliveries);
        Assert.Equal(["5: deaf", "5: deaf"], _faults);
    }

    private Publisher NewPublisher(params Listener[] listeners) =>
        new(listeners, _pending, _market, new IndicatorBoard(2), (sequence, e) => _faults.Add($"{sequence}: {e.Message}"));

    private static SessionStatusChanged Named(string name) => new(default, name, SessionStatus.Running, Reason: null);

    private static EngineEvent NewEvent(InputKind kind, long sequence = 0)
    {
        var e = new EngineEvent { Sequence = sequence, TimeUs = StartUs };
        e.Reset();
        e.Kind = kind;
        return e;
    }
}
