using System.Text.Json;
using Draizer.Domain.Indicators;
using Draizer.Domain.Strategies;
using Draizer.Trading.Documents;

namespace Draizer.Trading.Strategies.Documents;

/// <summary>Reads the conditions of a section.</summary>
internal static class ConditionReader
{
    private const int MaxConditions = 64;

    public static ConditionGroup ReadGroup(DocumentNode? node)
    {
        if (node?.AsObject() is not { } group)
            return ConditionGroup.Empty;

        var logic = group.Optional("logic")?.AsOneOf(DocumentWords.Logics) ?? GroupLogic.And;
        var conditions = new List<Condition>();
        foreach (var item in group.Required("conditions")?.AsArray(MaxConditions) ?? [])
        {
            if (ReadCondition(item) is { } condition)
                conditions.Add(condition);
        }

        group.RefuseTheRest();
        return new ConditionGroup(logic, conditions);
    }

    private static Condition? ReadCondition(DocumentNode node)
    {
        if (node.AsObject() is not { } holder)
            return null;

        var indicator = IndicatorReader.Read(holder, "condition_type");
        var comparison = holder.Required("operator")?.AsOneOf(DocumentWords.Operators, DocumentFault.UnknownOperator);
        var against = holder.Required("value") is { } value ? ReadValue(value, comparison) : null;
        holder.RefuseTheRest();
        return indicator is not null && comparison is not null && against is { } found
            ? new Condition(indicator, comparison.Value, found.Value, found.UpperValue, found.Other)
            : null;
    }

    /// <param name="comparison">Null where the operator is wrong; then whatever some operator takes is let through.</param>
    private static Comparand? ReadValue(DocumentNode value, ComparisonOperator? comparison)
    {
        switch (value.Kind)
        {
            case JsonValueKind.Array when comparison is ComparisonOperator.Between or null:
                return ReadRange(value);
            case JsonValueKind.Object when comparison is not ComparisonOperator.Between:
                return ReadOther(value) is { } other ? new Comparand(0, Other: other) : null;
            case JsonValueKind.Number when comparison is not ComparisonOperator.Between:
                return value.AsNumber() is { } number ? new Comparand(number) : null;
            default:
                value.WrongType(comparison is ComparisonOperator.Between
                    ? "two ascending numbers"
                    : "a number, or an object that names another indicator");
                return null;
        }
    }

    private static Comparand? ReadRange(DocumentNode value)
    {
        const int Ends = 2;
        var numbers = value.AsArray(int.MaxValue)!.Select(item => item.AsNumber()).ToList();
        if (numbers.Any(number => number is null))
            return null;
        if (numbers.Count == Ends && numbers[0] < numbers[1])
            return new Comparand(numbers[0]!.Value, numbers[1]!.Value);

        value.Fault(DocumentFault.InvalidValue, "Must be two ascending numbers.");
        return null;
    }

    private static IndicatorSpec? ReadOther(DocumentNode value)
    {
        var holder = value.AsObject()!;
        var indicator = IndicatorReader.Read(holder, "condition_type");
        holder.RefuseTheRest();
        return indicator;
    }

    /// <summary>What an indicator is compared with.</summary>
    private readonly record struct Comparand(double Value, double UpperValue = 0, IndicatorSpec? Other = null);
}
