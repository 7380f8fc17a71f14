using Draizer.Domain.Strategies;

namespace Draizer.Trading.Strategies.Documents;

/// <summary>The words that documents use, with what they mean; in the order in which a message lists them.</summary>
public static class DocumentWords
{
    public static IReadOnlyList<KeyValuePair<string, StrategyDirection>> Directions { get; } =
    [
        new("LONG", StrategyDirection.Long),
        new("SHORT", StrategyDirection.Short),
        new("BOTH", StrategyDirection.Both),
    ];

    public static IReadOnlyList<KeyValuePair<string, GroupLogic>> Logics { get; } =
    [
        new("AND", GroupLogic.And),
        new("OR", GroupLogic.Or),
    ];

    public static IReadOnlyList<KeyValuePair<string, ComparisonOperator>> Operators { get; } =
    [
        new(">=", ComparisonOperator.AtLeast),
        new(">", ComparisonOperator.Above),
        new("<=", ComparisonOperator.AtMost),
        new("<", ComparisonOperator.Below),
        new("==", ComparisonOperator.Equal),
        new("!=", ComparisonOperator.NotEqual),
        new("between", ComparisonOperator.Between),
    ];

    /// <summary>The word for an operator, as a document writes it.</summary>
    public static string WordOf(ComparisonOperator comparison)
    {
        foreach (var (word, meaning) in Operators)
        {
            if (meaning == comparison)
                return word;
        }

        throw new ArgumentOutOfRangeException(nameof(comparison), comparison, "No document can say this.");
    }
}
