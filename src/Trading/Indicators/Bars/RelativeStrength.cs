namespace Draizer.Trading.Indicators;

/// <summary>
/// Wilder's relative strength index. A close without change shrinks both averages alike and leaves their ratio as it is, so such
/// closes are only counted, and made up for at the next change: a silence of any length costs nothing and wears nothing out.
/// </summary>
internal sealed class RelativeStrength(int period) : BarIndicator
{
    private readonly double _keep = (period - 1.0) / period;
    private readonly double _share = 1.0 / period;
    private double _previousClose = double.NaN;
    private double _gain;
    private double _loss;
    private long _unchanged;
    private int _count;

    public override bool Update(in Bar bar)
    {
        var change = bar.Close - _previousClose;
        _previousClose = bar.Close;
        if (double.IsNaN(change))
            return true;

        if (_count < period)
        {
            Seed(change);
            return true;
        }

        // With a period of 1 only the last change counts, so that there is no ratio to keep.
        if (change == 0 && period > 1)
        {
            _unchanged++;
            return true;
        }

        if (_unchanged > 0)
            MakeUpForUnchanged();

        _gain = (_gain * _keep) + (Math.Max(change, 0) * _share);
        _loss = (_loss * _keep) + (Math.Max(-change, 0) * _share);
        Value = Index();
        return true;
    }

    public override void UpdateEmpty(double close, long count)
    {
        var bar = Bar.Empty(close);
        for (; count > 0 && (_count < period || period == 1); count--)
        {
            if (_count == period && Value == 50)
                return;
            Update(in bar);
        }

        _unchanged += count;
    }

    private void Seed(double change)
    {
        _gain += Math.Max(change, 0);
        _loss += Math.Max(-change, 0);
        if (++_count < period)
            return;

        _gain /= period;
        _loss /= period;
        Value = Index();
    }

    private void MakeUpForUnchanged()
    {
        var factor = Math.Pow(_keep, _unchanged);
        _gain *= factor;
        _loss *= factor;
        _unchanged = 0;
    }

    private double Index()
    {
        if (_loss == 0)
            return _gain == 0 ? 50 : 100;
        return 100 * _gain / (_gain + _loss);
    }
}
