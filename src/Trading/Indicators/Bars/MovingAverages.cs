namespace Draizer.Trading.Indicators;

/// <summary>Plain mean of the last closes.</summary>
internal sealed class SimpleMovingAverage(int period) : BarIndicator
{
    private readonly RollingMoments _closes = new(period);

    public override bool Update(in Bar bar)
    {
        if (!_closes.Add(bar.Close))
            return false;

        if (_closes.IsFull)
            Value = _closes.Mean;
        return true;
    }
}

/// <summary>Exponential moving average of closes.</summary>
internal sealed class ExponentialMovingAverage(int period) : BarIndicator
{
    private Ema _ema = new(period);

    public override bool Update(in Bar bar)
    {
        var changed = _ema.Update(bar.Close);
        Value = _ema.Value;
        return changed;
    }
}
