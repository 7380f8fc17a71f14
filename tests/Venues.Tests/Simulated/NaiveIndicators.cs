using Draizer.Domain.Markets;

namespace Draizer.Venues.Tests.Simulated;

/// <summary>Indicators of one instrument computed from its whole history at a time, as plainly as their definitions read.</summary>
internal sealed class NaiveIndicators
{
    private const double SecondUs = 1e6;
    private const long BarUs = 60_000_000;

    private readonly List<(long TimeUs, double Price, double Quantity)> _trades = [];
    private readonly List<(long TimeUs, double SpreadPct)> _spreads = [];
    private readonly List<long> _eventTimes = [];

    public NaiveIndicators(IEnumerable<TimedMarketEvent> events, int instrument)
    {
        foreach (var (timeUs, marketEvent) in events)
        {
            if (marketEvent.Instrument != instrument)
                continue;
            _eventTimes.Add(timeUs);
            if (marketEvent.Kind == MarketEventKind.Trade)
                _trades.Add((timeUs, marketEvent.Price, marketEvent.Quantity));
            else if (marketEvent.Kind == MarketEventKind.Quote)
                _spreads.Add((timeUs, 100 * (marketEvent.AskPrice - marketEvent.BidPrice) / marketEvent.Mid()));
        }
    }

    public IEnumerable<long> EventTimesFrom(long fromUs, long toUs) => _eventTimes.Where(t => t >= fromUs && t < toUs);

    public double MomentumPct(long nowUs, double seconds) => (PriceAt(nowUs) / PriceAt(Before(nowUs, seconds)) - 1) * 100;

    public double PumpMagnitudePct(long nowUs, double seconds)
    {
        var mean = Twap(nowUs, seconds);
        return 100 * (PriceAt(nowUs) - mean) / mean;
    }

    public double VolumeSurgeRatio(long nowUs, double seconds = 300, double baseSeconds = 900)
    {
        var splitUs = Before(nowUs, seconds);
        return Volume(splitUs, nowUs) / seconds / (Volume(Before(splitUs, baseSeconds), splitUs) / baseSeconds);
    }

    public double SpreadPct(long nowUs) => _spreads.Last(s => s.TimeUs <= nowUs).SpreadPct;

    public double Rsi(long nowUs, int period = 14)
    {
        var closes = Closes(nowUs);
        if (closes.Count <= period)
            return double.NaN;
        double gain = 0, loss = 0;
        for (var i = 1; i < closes.Count; i++)
        {
            var change = closes[i] - closes[i - 1];
            var weight = i <= period ? 1.0 / i : 1.0 / period;
            gain += (Math.Max(change, 0) - gain) * weight;
            loss += (Math.Max(-change, 0) - loss) * weight;
        }

        return loss == 0 ? gain == 0 ? 50 : 100 : 100 - 100 / (1 + gain / loss);
    }

    private static long Before(long timeUs, double seconds) => timeUs - (long)(seconds * SecondUs);

    private List<double> Closes(long nowUs)
    {
        var closes = new List<double>();
        var trade = 0;
        for (var bar = _trades[0].TimeUs / BarUs; (bar + 1) * BarUs <= nowUs; bar++)
        {
            while (trade + 1 < _trades.Count && _trades[trade + 1].TimeUs < (bar + 1) * BarUs)
                trade++;
            closes.Add(_trades[trade].Price);
        }

        return closes;
    }

    private double PriceAt(long timeUs) => LastAtOrBefore(timeUs) is var i and >= 0 ? _trades[i].Price : double.NaN;

    private double Twap(long nowUs, double seconds)
    {
        var fromUs = Before(nowUs, seconds);
        var i = LastAtOrBefore(fromUs);
        if (i < 0)
            return double.NaN;
        var sum = 0.0;
        var atUs = fromUs;
        for (; atUs < nowUs; i++)
        {
            var endUs = i + 1 < _trades.Count ? Math.Min(_trades[i + 1].TimeUs, nowUs) : nowUs;
            sum += _trades[i].Price * (endUs - atUs);
            atUs = endUs;
        }

        return sum / (nowUs - fromUs);
    }

    private double Volume(long afterUs, long upToUs)
    {
        var sum = 0.0;
        for (var i = LastAtOrBefore(upToUs); i >= 0 && _trades[i].TimeUs > afterUs; i--)
            sum += _trades[i].Quantity;
        return sum;
    }

    private int LastAtOrBefore(long timeUs)
    {
        int low = 0, high = _trades.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_trades[middle].TimeUs <= timeUs)
                low = middle + 1;
            else
                high = middle;
        }

        return low - 1;
    }
}
