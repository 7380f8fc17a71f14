using Draizer.Domain.Indicators;
using Draizer.Domain.Markets;

namespace Draizer.Trading.Indicators;

/// <summary>One instrument: its trades and latest quote, and the variants that sessions use on it.</summary>
internal sealed class InstrumentIndicators
{
    private readonly long _retentionUs;
    private readonly TradeHistory _history;
    private readonly WindowVariants _windows;
    private readonly BarVariants _bars;
    private readonly Places _places = new();
    private readonly Dictionary<VariantKey, Variant> _variants = [];
    private readonly List<HistoryStart> _awaitedStarts = [];
    private readonly List<TickAverage> _tickAverages = [];
    private readonly List<QuoteVariant> _quoteVariants = [];
    private Quote _quote;

    public InstrumentIndicators(IndicatorStageOptions options)
    {
        _retentionUs = options.RetentionSeconds * 1_000_000L;
        _history = new TradeHistory(options.MaxTradesPerInstrument);
        _windows = new WindowVariants(_history);
        _bars = new BarVariants(_history);
    }

    public long DroppedTradeCount => _history.DroppedCount;
    public long GarbageTradeCount { get; private set; }
    public ReadOnlySpan<string?> Labels => _places.Labels;
    public ReadOnlySpan<double> Values => _places.Values.AsSpan(0, _places.Count);

    /// <summary>Takes what the venue said, and brings every value up to now.</summary>
    public void Process(in MarketEvent market, long nowUs)
    {
        var values = _places.Values;
        _bars.MoveTo(nowUs, values);
        if (market.Kind == MarketEventKind.Trade)
            Take(new Trade(nowUs, market.Price, market.Quantity), values);
        else if (market.Kind == MarketEventKind.Quote)
            TakeQuote(in market, nowUs, values);

        _windows.Evaluate(nowUs, values);
    }

    /// <summary>The variant of a spec over the history since a time; one that is new is warmed with the trades kept since then.</summary>
    public Variant Acquire(IndicatorSpec spec, long sinceUs, long nowUs)
    {
        var kind = IndicatorCatalogue.KindOf(spec);
        var isOfQuote = kind is IndicatorKind.SpreadPct or IndicatorKind.BookImbalance;
        var key = new VariantKey(spec, isOfQuote ? FirstQuoteFrom(sinceUs) : _history.FirstFrom(sinceUs));
        if (_variants.TryGetValue(key, out var variant))
        {
            variant.Uses++;
            return variant;
        }

        variant = new Variant(key, kind, _places.Take(spec.Label));
        _variants.Add(key, variant);
        if (isOfQuote)
            AddQuoteVariant(variant);
        else
            AddTradeVariant(variant, nowUs);
        return variant;
    }

    /// <summary>Ends one use of a variant, and the variant with its last use.</summary>
    public void Release(Variant variant)
    {
        if (--variant.Uses > 0)
            return;

        var place = variant.Place;
        switch (variant.Kind)
        {
            case IndicatorKind.SpreadPct or IndicatorKind.BookImbalance:
                _quoteVariants.RemoveAll(v => v.Place == place);
                break;
            case IndicatorKind.EmaTicks:
                _tickAverages.RemoveAll(a => a.Place == place);
                break;
            case < IndicatorKind.SpreadPct:
                _windows.Remove(place);
                break;
            default:
                _bars.Remove(place);
                break;
        }

        _variants.Remove(variant.Key);
        _places.Free(place);
    }

    private void Take(in Trade trade, double[] values)
    {
        if (!trade.IsSane)
        {
            GarbageTradeCount++;
            return;
        }

        var keepUs = Math.Max(_retentionUs, _windows.LongestUs);
        if (_history.Append(in trade, trade.TimeUs - keepUs))
            _windows.KeepTotalsFine(trade.TimeUs);

        if (_awaitedStarts.Count > 0)
            BeginAwaitedStarts(trade.TimeUs);
        _bars.Take(in trade);
        foreach (var average in _tickAverages)
            average.Take(in trade, values);
    }

    private void TakeQuote(in MarketEvent market, long nowUs, double[] values)
    {
        _quote = new Quote
        {
            BidPrice = market.BidPrice,
            BidSize = market.BidSize,
            AskPrice = market.AskPrice,
            AskSize = market.AskSize,
            TimeUs = nowUs,
            Count = _quote.Count + 1,
        };
        foreach (var variant in _quoteVariants)
            values[variant.Place] = variant.Evaluate(in _quote);
    }

    private void BeginAwaitedStarts(long timeUs)
    {
        foreach (var start in _awaitedStarts)
            start.TimeUs = timeUs;
        _awaitedStarts.Clear();
    }

    private long FirstQuoteFrom(long sinceUs) => _quote.TimeUs >= sinceUs ? 0 : _quote.Count;

    private void AddQuoteVariant(Variant variant)
    {
        var quoteVariant = new QuoteVariant(variant.Kind, variant.Place, variant.Key.Start);
        _quoteVariants.Add(quoteVariant);
        _places.Values[variant.Place] = quoteVariant.Evaluate(in _quote);
    }

    private void AddTradeVariant(Variant variant, long nowUs)
    {
        var (spec, ordinal) = variant.Key;
        if (variant.Kind == IndicatorKind.EmaTicks)
        {
            var average = new TickAverage((int)spec["period"], variant.Place);
            for (var at = ordinal; at < _history.Next; at++)
                average.Take(in _history[at], _places.Values);
            _tickAverages.Add(average);
        }
        else if (variant.Kind < IndicatorKind.SpreadPct)
        {
            _windows.Add(variant.Kind, spec, variant.Place, StartAt(ordinal));
        }
        else
        {
            _bars.Add(spec, variant.Place, ordinal, nowUs, _places.Values);
        }
    }

    private HistoryStart StartAt(long ordinal)
    {
        var start = new HistoryStart();
        if (ordinal < _history.Next)
            start.TimeUs = _history[ordinal].TimeUs;
        else
            _awaitedStarts.Add(start);
        return start;
    }
}
