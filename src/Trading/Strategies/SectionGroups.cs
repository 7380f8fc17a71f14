using Draizer.Domain.Signals;
using Draizer.Domain.Strategies;

namespace Draizer.Trading.Strategies;

/// <summary>Which group of conditions belongs to which section.</summary>
public static class SectionGroups
{
    public static IReadOnlyList<Section> All { get; } = [Section.S1, Section.O1, Section.Z1, Section.ZE1, Section.E1];

    public static ConditionGroup GroupOf(this StrategyDefinition definition, Section section) => section switch
    {
        Section.S1 => definition.SignalDetection,
        Section.O1 => definition.SignalCancellation,
        Section.Z1 => definition.EntryConditions,
        Section.ZE1 => definition.CloseOrderDetection,
        Section.E1 => definition.EmergencyExit,
        _ => throw new ArgumentOutOfRangeException(nameof(section), section, "Not a section."),
    };
}
