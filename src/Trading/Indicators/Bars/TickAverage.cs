namespace Draizer.Trading.Indicators;

/// <summary>Exponential moving average over trade prices, one step per trade.</summary>
internal sealed class TickAverage(int period, int place)
{
    private Ema _ema = new(period);

    public int Place => place;

    public void Take(in Trade trade, double[] values)
    {
        _ema.Update(trade.Price);
        values[place] = _ema.Value;
    }
}
