namespace Draizer.Trading.Indicators;

/// <summary>Where the close stands between the Bollinger bands: 0 at the lower, 1 at the upper.</summary>
internal sealed class BollingerPercentB(int period, double k) : BarIndicator
{
    private readonly RollingMoments _closes = new(period);

    public override bool Update(in Bar bar)
    {
        if (!_closes.Add(bar.Close))
            return false;

        if (_closes.IsFull)
        {
            var spread = _closes.Spread;
            Value = spread == 0 ? 0.5 : 0.5 + (_closes.LastDistance / (2 * k * spread));
        }

        return true;
    }
}

/// <summary>Sample deviation of the last log returns, in percent.</summary>
internal sealed class Volatility(int period) : BarIndicator
{
    private readonly RollingMoments _returns = new(period);
    private readonly double _scale = 100 / Math.Sqrt(period * (period - 1.0));
    private double _previousClose = double.NaN;

    public override bool Update(in Bar bar)
    {
        var previousClose = _previousClose;
        _previousClose = bar.Close;
        if (double.IsNaN(previousClose))
            return true;

        var changed = _returns.Add(Math.Log(bar.Close / previousClose));
        if (changed && _returns.IsFull)
            Value = _scale * _returns.Spread;
        return changed || previousClose != bar.Close;
    }
}
