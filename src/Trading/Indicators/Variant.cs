using Draizer.Domain.Indicators;

namespace Draizer.Trading.Indicators;

/// <summary>What makes two uses of an indicator on an instrument the same calculation: the spec, and where its history starts.</summary>
internal readonly record struct VariantKey(IndicatorSpec Spec, long Start);

/// <summary>A calculation that runs as long as a session uses it, and the place of its value.</summary>
internal sealed class Variant(VariantKey key, IndicatorKind kind, int place)
{
    public VariantKey Key => key;
    public IndicatorKind Kind => kind;
    public int Place => place;

    /// <summary>Sessions that use it.</summary>
    public int Uses { get; set; } = 1;
}
