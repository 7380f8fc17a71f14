using Draizer.Domain.Indicators;
using Draizer.Pipeline.Publishing;
using Draizer.Trading.Engine;
using static Draizer.Pipeline.Tests.Engine.Bench;

namespace Draizer.Pipeline.Tests.Publishing;

public sealed class IndicatorBoardTests
{
    private static readonly IndicatorSpec First = new("first", [], "first");
    private static readonly IndicatorSpec Second = new("second", [], "second");

    private readonly IndicatorBoard _board = new(2);

    public IndicatorBoardTests() =>
        _board.Bind("a", new IndicatorBindings(new Dictionary<(int, IndicatorSpec), int> { [(0, First)] = 0, [(0, Second)] = 5 }));

    [Fact]
    public void A_session_reads_the_newest_of_its_own_indicators()
    {
        Apply(0, [1, 0, 0, 0, 0, 2]);
        Apply(0, [3, 0, 0, 0, 0, 4]);

        Assert.Equal((3, 4), (_board.Read("a", 0, First), _board.Read("a", 0, Second)));
    }

    [Fact]
    public void What_was_never_told_or_is_not_bound_is_not_a_number()
    {
        Assert.Equal(double.NaN, _board.Read("a", 0, First));
        Apply(0, [1]);

        Assert.Equal(1, _board.Read("a", 0, First));
        Assert.Equal(double.NaN, _board.Read("a", 0, Second));
        Assert.Equal(double.NaN, _board.Read("a", 1, First));
        Assert.Equal(double.NaN, _board.Read("b", 0, First));
    }

    [Fact]
    public void An_ended_session_reads_nothing()
    {
        Apply(0, [1]);
        _board.Unbind("a");

        Assert.Equal(double.NaN, _board.Read("a", 0, First));
    }

    [Fact]
    public void A_row_that_is_long_enough_is_written_in_place()
    {
        Apply(0, [1, 2, 3]);
        var e = Event(0, [4, 5, 6]);

        Assert.Equal(0, Allocation.Of(() => _board.Apply(e)));
        Assert.Equal(4, _board.Read("a", 0, First));
    }

    private void Apply(int instrument, double[] values) => _board.Apply(Event(instrument, values));

    private static EngineEvent Event(int instrument, double[] values) =>
        new() { Kind = InputKind.Market, Market = Trade(instrument), TimeUs = StartUs, Values = values, ValueCount = values.Length };
}
