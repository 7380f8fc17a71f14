namespace Draizer.Trading.Indicators;

/// <summary>Distance of a fast from a slow moving average, the average of that distance, or what is between the two.</summary>
internal sealed class Macd(IndicatorKind kind, int fast, int slow, int signal) : BarIndicator
{
    private Ema _fast = new(fast);
    private Ema _slow = new(slow);
    private Ema _signal = new(signal);

    public override bool Update(in Bar bar)
    {
        var changed = _fast.Update(bar.Close) | _slow.Update(bar.Close);
        if (!_slow.IsReady)
            return true;

        var line = _fast.Value - _slow.Value;
        changed |= _signal.Update(line);
        Value = kind switch
        {
            IndicatorKind.Macd => line,
            IndicatorKind.MacdSignal => _signal.Value,
            _ => line - _signal.Value,
        };
        return changed;
    }
}
