using Draizer.Domain.Signals;
using Draizer.Domain.Strategies;
using Draizer.Trading.Strategies;

namespace Draizer.Trading.Tests.Strategies;

public sealed class ConditionEvaluatorTests
{
    private const double NotReady = double.NaN;

    [Theory]
    [InlineData(ComparisonOperator.AtLeast, 8, true)]
    [InlineData(ComparisonOperator.AtLeast, 7.9, false)]
    [InlineData(ComparisonOperator.Above, 8, false)]
    [InlineData(ComparisonOperator.Above, 8.1, true)]
    [InlineData(ComparisonOperator.AtMost, 8, true)]
    [InlineData(ComparisonOperator.AtMost, 8.1, false)]
    [InlineData(ComparisonOperator.Below, 8, false)]
    [InlineData(ComparisonOperator.Below, 7.9, true)]
    [InlineData(ComparisonOperator.Equal, 8, true)]
    [InlineData(ComparisonOperator.Equal, 8.1, false)]
    [InlineData(ComparisonOperator.NotEqual, 8, false)]
    [InlineData(ComparisonOperator.NotEqual, 8.1, true)]
    [InlineData(ComparisonOperator.Between, 8, true)]
    [InlineData(ComparisonOperator.Between, 10, true)]
    [InlineData(ComparisonOperator.Between, 7.9, false)]
    [InlineData(ComparisonOperator.Between, 10.1, false)]
    public void IsMet_EightUpToTen_FollowsTheOperator(ComparisonOperator comparison, double value, bool expected) =>
        Assert.Equal(expected, ConditionEvaluator.IsMet(Condition(comparison, 8, 10), value));

    [Fact]
    public void IsMet_ValueNotReady_IsNeverTrue()
    {
        foreach (var comparison in Enum.GetValues<ComparisonOperator>())
        {
            var against = new Condition(TestStrategy.Indicator("x"), comparison, 0, 1, TestStrategy.Indicator("y"));

            Assert.False(ConditionEvaluator.IsMet(Condition(comparison, 8, 10), NotReady));
            Assert.False(ConditionEvaluator.IsMet(against, 9, NotReady));
            Assert.Equal(0, ConditionEvaluator.Confidence(Condition(comparison, 8, 10), NotReady));
        }
    }

    [Fact]
    public void IsMet_AgainstAnotherIndicator_ComparesTheTwo()
    {
        var condition = new Condition(TestStrategy.Indicator("x"), ComparisonOperator.Above, 0, Other: TestStrategy.Indicator("y"));

        Assert.True(ConditionEvaluator.IsMet(condition, 5, 4));
        Assert.False(ConditionEvaluator.IsMet(condition, 4, 5));
    }

    [Theory]
    [InlineData(ComparisonOperator.AtLeast, 8, 0, 8, 0.5)] // at the threshold
    [InlineData(ComparisonOperator.AtLeast, 8, 0, 10, 0.625)] // |10 - 8| / 8 = 0.25; 0.5 + 0.125
    [InlineData(ComparisonOperator.AtLeast, 8, 0, 100, 1)] // far beyond
    [InlineData(ComparisonOperator.AtLeast, 8, 0, 7, 0)] // not met
    [InlineData(ComparisonOperator.AtMost, -0.5, 0, -0.75, 0.625)] // |-0.75 + 0.5| / max(0.5, 1) = 0.25
    [InlineData(ComparisonOperator.Between, 40, 80, 60, 1)] // in the middle: 20 / 20
    [InlineData(ComparisonOperator.Between, 40, 80, 45, 0.625)] // 5 / 20 = 0.25
    [InlineData(ComparisonOperator.Between, 40, 80, 80, 0.5)] // at an end
    [InlineData(ComparisonOperator.Equal, 3, 0, 3, 0.5)]
    [InlineData(ComparisonOperator.NotEqual, 3, 0, 300, 0.5)]
    public void Confidence_WorkedByHand_Matches(ComparisonOperator comparison, double low, double high, double value, double expected) =>
        Assert.Equal(expected, ConditionEvaluator.Confidence(Condition(comparison, low, high), value), precision: 12);

    [Fact]
    public void GroupConfidence_OneOfTwoMet_IsTheMeanWithZeroForTheOther()
    {
        // a: 10 against 8 gives 0.625; b is not ready and gives 0; the mean is 0.3125.
        var group = Group(GroupLogic.Or);

        Assert.True(group.IsMet([10, NotReady]));
        Assert.Equal(0.3125, group.Confidence([10, NotReady]), precision: 12);
    }

    [Theory]
    [InlineData(GroupLogic.And, 10, 10, true)]
    [InlineData(GroupLogic.And, 10, 1, false)]
    [InlineData(GroupLogic.And, NotReady, 10, false)]
    [InlineData(GroupLogic.Or, 10, 1, true)]
    [InlineData(GroupLogic.Or, 1, 10, true)]
    [InlineData(GroupLogic.Or, NotReady, 1, false)]
    public void GroupIsMet_TwoConditions_CombinesThem(GroupLogic logic, double a, double b, bool expected) =>
        Assert.Equal(expected, Group(logic).IsMet([a, b]));

    [Fact]
    public void GroupIsMet_WithoutConditions_IsTrueForEntryOnly()
    {
        var definition = new StrategyDefinition { Name = "empty", DocumentJson = "{}" };
        var indicators = new StrategyIndicators(definition);

        foreach (var section in SectionGroups.All)
            Assert.Equal(section == Section.Z1, new BoundGroup(definition, section, indicators).IsMet([]));
    }

    [Fact]
    public void Indicators_NamedTwice_AreListedOnce()
    {
        var definition = TestStrategy.Named("alpha") with { SignalCancellation = TestStrategy.Switch("s1") };

        Assert.Equal(["s1", "z1", "ze1", "e1", "risk"], new StrategyIndicators(definition).Specs.Select(spec => spec.Label));
    }

    private static Condition Condition(ComparisonOperator comparison, double low, double high) =>
        new(TestStrategy.Indicator("x"), comparison, low, high);

    private static BoundGroup Group(GroupLogic logic)
    {
        var definition = new StrategyDefinition
        {
            Name = "two",
            DocumentJson = "{}",
            SignalDetection = new ConditionGroup(
                logic,
                [
                    new Condition(TestStrategy.Indicator("a"), ComparisonOperator.AtLeast, 8),
                    new Condition(TestStrategy.Indicator("b"), ComparisonOperator.AtLeast, 8),
                ]),
        };
        return new BoundGroup(definition, Section.S1, new StrategyIndicators(definition));
    }
}
