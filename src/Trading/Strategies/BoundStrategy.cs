using Draizer.Domain.Positions;
using Draizer.Domain.Signals;
using Draizer.Domain.Strategies;

namespace Draizer.Trading.Strategies;

/// <summary>A definition made ready for evaluation; shared by all instruments of a session.</summary>
internal sealed class BoundStrategy
{
    private readonly int[] _directionPlaces;
    private readonly int _sizingPlace;
    private readonly int _closePlace;

    public BoundStrategy(StrategyDefinition definition)
    {
        Definition = definition;
        Indicators = new StrategyIndicators(definition);
        SignalDetection = new BoundGroup(definition, Section.S1, Indicators);
        SignalCancellation = new BoundGroup(definition, Section.O1, Indicators);
        EntryConditions = new BoundGroup(definition, Section.Z1, Indicators);
        CloseOrderDetection = new BoundGroup(definition, Section.ZE1, Indicators);
        EmergencyExit = new BoundGroup(definition, Section.E1, Indicators);
        Ages = new AgeThresholds(definition, Indicators);
        _directionPlaces = [.. SignalDirection.IndicatorsOf(definition).Select(Indicators.IndexOf)];
        _sizingPlace = PlaceOf(definition.Sizing);
        _closePlace = PlaceOf(definition.CloseAdjustment);
    }

    public StrategyDefinition Definition { get; }
    public StrategyIndicators Indicators { get; }
    public BoundGroup SignalDetection { get; }
    public BoundGroup SignalCancellation { get; }
    public BoundGroup EntryConditions { get; }
    public BoundGroup CloseOrderDetection { get; }
    public BoundGroup EmergencyExit { get; }
    public AgeThresholds Ages { get; }

    /// <summary>Which way the present signal points; null when a strategy for both directions cannot tell.</summary>
    public PositionSide? DirectionOf(ReadOnlySpan<double> values)
    {
        if (Definition.Direction != StrategyDirection.Both)
            return Definition.Direction == StrategyDirection.Long ? PositionSide.Long : PositionSide.Short;

        foreach (var place in _directionPlaces)
        {
            var value = values[place];
            if (double.IsFinite(value) && value != 0)
                return value > 0 == Definition.Limits.Fade ? PositionSide.Short : PositionSide.Long;
        }

        return null;
    }

    public double SizeMultiplier(ReadOnlySpan<double> values) => At(Definition.Sizing, _sizingPlace, values, otherwise: 1);

    public double CloseShiftPct(ReadOnlySpan<double> values) => At(Definition.CloseAdjustment, _closePlace, values, otherwise: 0);

    private int PlaceOf(RiskCurve? curve) => curve is null ? -1 : Indicators.IndexOf(curve.RiskIndicator);

    private static double At(RiskCurve? curve, int place, ReadOnlySpan<double> values, double otherwise) =>
        curve is null ? otherwise : curve.At(values[place], otherwise);
}
