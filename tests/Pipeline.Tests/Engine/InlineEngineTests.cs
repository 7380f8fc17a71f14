using Draizer.Domain.Commands;
using Draizer.Domain.Orders;
using Draizer.Domain.Outputs;
using Draizer.Pipeline.Engine;
using Draizer.Pipeline.Ring;
using static Draizer.Pipeline.Tests.Engine.Bench;

namespace Draizer.Pipeline.Tests.Engine;

public sealed class InlineEngineTests
{
    private const int NoSuchInstrument = 99;

    private readonly List<(string Stage, long Sequence)> _errors = [];
    private readonly List<Output> _outputs = [];
    private readonly InlineEngine _engine;

    public InlineEngineTests() => _engine = new InlineEngine(Catalogue) { Output = _outputs.Add };

    [Fact]
    public void A_command_is_answered_and_its_outputs_are_told()
    {
        _engine.Boot(StartUs);

        Assert.True(_engine.Submit(new StartSession(Session("a")), StartUs).IsDone);
        Assert.Equal(RefusalCode.UnknownSession, _engine.Submit(new PauseSession("b"), StartUs).RefusalCode);
        Assert.Equal([1L, 2L], _outputs.OfType<CommandAnswered>().Select(answer => answer.CorrelationId));
    }

    [Fact]
    public void Time_never_goes_back()
    {
        _engine.Boot(StartUs);
        _engine.Clock(StartUs + 10);
        _engine.Clock(StartUs + 5);

        Assert.Equal(StartUs + 10, _engine.TimeUs);
    }

    [Fact]
    public void A_stage_that_fails_throws_when_nobody_asked_to_hear_of_it()
    {
        Assert.Throws<IndexOutOfRangeException>(() => _engine.Market(Trade(NoSuchInstrument), StartUs));
    }

    [Fact]
    public void A_stage_that_fails_loses_that_event_alone()
    {
        _engine.Errors = new ReportAndGoOn((stage, sequence, _) => _errors.Add((stage, sequence)));
        _engine.Boot(StartUs);
        _engine.Market(Trade(NoSuchInstrument), StartUs + 1);

        Assert.True(_engine.Submit(new StartSession(Session("a")), StartUs + 2).IsDone);
        Assert.Equal(RefusalCode.InternalError, _engine.Submit(new UnheardOf("a"), StartUs + 3).RefusalCode);
        Assert.Equal([("indicators", 1), ("strategy", 1), ("execution", 1)], _errors);
    }

    private sealed record UnheardOf(string SessionId) : Command(SessionId);
}
