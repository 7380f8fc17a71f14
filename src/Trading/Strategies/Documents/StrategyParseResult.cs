using System.Diagnostics.CodeAnalysis;
using Draizer.Domain.Strategies;
using Draizer.Trading.Documents;

namespace Draizer.Trading.Strategies.Documents;

/// <summary>A definition, or everything that is wrong with the document.</summary>
public sealed record StrategyParseResult(StrategyDefinition? Definition, IReadOnlyList<DocumentFault> Faults)
{
    [MemberNotNullWhen(true, nameof(Definition))]
    public bool IsValid => Definition is not null;
}
