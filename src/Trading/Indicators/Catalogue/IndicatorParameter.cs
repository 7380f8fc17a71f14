namespace Draizer.Trading.Indicators;

/// <summary>A parameter of an indicator: its default and what makes sense for it alone.</summary>
internal sealed record IndicatorParameter(string Name, double Default, double Minimum, double Maximum, bool IsInteger = false)
{
    // Times are whole microseconds, so nothing shorter has a meaning.
    private const double Microsecond = 1e-6;
    private const double ThirtyDays = 30 * 86_400;

    // What an indicator keeps per bar of its period is bounded by this.
    private const double LongestPeriod = 10_000;

    /// <summary>A length of time in seconds, above zero.</summary>
    public static IndicatorParameter Seconds(string name, double @default) => new(name, @default, Microsecond, ThirtyDays);

    /// <summary>How long before now a window ends; zero is now.</summary>
    public static IndicatorParameter SecondsAgo(string name, double @default) => new(name, @default, 0, ThirtyDays);

    /// <summary>A number of bars, or of other steps whose count costs memory.</summary>
    public static IndicatorParameter Period(string name, double @default, double minimum = 1) =>
        new(name, @default, minimum, LongestPeriod, IsInteger: true);

    public IndicatorFault? Check(double value)
    {
        if (!double.IsFinite(value))
            return new IndicatorFault(Name, IndicatorFault.NotFinite, $"{Name} must be a finite number.");
        if (IsInteger && value != Math.Floor(value))
            return new IndicatorFault(Name, IndicatorFault.NotAnInteger, $"{Name} must be a whole number, not {value}.");
        if (value < Minimum || value > Maximum)
            return new IndicatorFault(Name, IndicatorFault.OutOfRange, $"{Name} must be from {Minimum} to {Maximum}, not {value}.");

        return null;
    }
}
