using Draizer.Domain.Commands;
using Draizer.Domain.Indicators;
using Draizer.Domain.Markets;
using Draizer.Domain.Outputs;
using Draizer.Domain.Sessions;
using Draizer.Domain.Strategies;
using Draizer.Trading.Engine;
using Draizer.Trading.Strategies;

namespace Draizer.Trading.Tests.Strategies;

/// <summary>A strategy stage with a hand on everything that reaches it: values, prices, reports, commands and time.</summary>
internal sealed class StageBench
{
    private readonly Queue<Report> _reports = new();
    private readonly double[][] _values;
    private readonly Dictionary<(int Instrument, IndicatorSpec Spec), int> _places = [];
    private readonly double[] _prices;
    private EngineEvent _slot;
    private long _sequence;

    public StageBench(StrategyStageOptions? options = null, int instruments = 2)
    {
        Catalogue = new InstrumentCatalogue(Enumerable.Range(0, instruments).Select(i => Coin(i)));
        Stage = new StrategyStage(Catalogue, new Source(_reports), options ?? new StrategyStageOptions());
        _values = [.. Enumerable.Range(0, instruments).Select(_ => Array.Empty<double>())];
        _prices = [.. Enumerable.Repeat(100.0, instruments)];
        Send(InputKind.Boot, 0);
    }

    public InstrumentCatalogue Catalogue { get; }
    public StrategyStage Stage { get; }

    /// <summary>What the last event brought.</summary>
    public List<Output> Outputs { get; } = [];
    public List<Intent> Intents { get; } = [];

    public long Sequence => _sequence;

    public static SessionSpec Session(
        string id, IReadOnlyList<StrategyDefinition> strategies, int slots = 3, params int[] instruments) => new()
        {
            SessionId = id,
            Name = id,
            Instruments = instruments.Length == 0 ? [0] : instruments,
            InitialBalance = 1_000,
            WarmUpSeconds = 0,
            Realism = RealismProfile.Seed,
            RiskLimits = new RiskLimits(),
            MaxConcurrentSignals = slots,
            Strategies = strategies,
        };

    public void Start(long timeUs, SessionSpec spec)
    {
        foreach (var instrument in spec.Instruments)
        {
            foreach (var indicator in spec.Strategies.SelectMany(s => new StrategyIndicators(s).Specs))
            {
                if (IsPositionBased(indicator) || !_places.TryAdd((instrument, indicator), _values[instrument].Length))
                    continue;
                _values[instrument] = [.. _values[instrument], double.NaN];
            }
        }

        Send(InputKind.Command, timeUs, new StartSession(spec), new IndicatorBindings(_places));
    }

    public void Command(long timeUs, Command command) => Send(InputKind.Command, timeUs, command);

    public void Clock(long timeUs) => Send(InputKind.Clock, timeUs);

    public void Set(int instrument, string indicator, double value)
    {
        foreach (var ((at, spec), place) in _places)
        {
            if (at == instrument && spec.Label == indicator)
            {
                _values[instrument][place] = value;
                return;
            }
        }

        throw new ArgumentException($"No strategy looks at {indicator} of instrument {instrument}.");
    }

    public void Trade(long timeUs, int instrument = 0, double? price = null, bool isHistory = false)
    {
        _prices[instrument] = price ?? _prices[instrument];
        var trade = MarketEvent.Trade(instrument, timeUs, _prices[instrument], 1, Side.Buy);
        Send(InputKind.Market, timeUs, market: trade, isHistory: isHistory);
    }

    public void Leave(Report report) => _reports.Enqueue(report);

    /// <summary>Only what the stage itself does, for counting what it allocates.</summary>
    public void ProcessTrade(long timeUs, double price)
    {
        Prepare(InputKind.Market, timeUs);
        _slot.Market = MarketEvent.Trade(0, timeUs, price, 1, Side.Buy);
        Stage.Process(ref _slot);
    }

    /// <summary>A trade whose values end too early, which only our own bug could bring about.</summary>
    public void TradeWithValues(long timeUs, int keep)
    {
        var all = _values[0];
        _values[0] = all[..keep];
        Trade(timeUs);
        _values[0] = all;
    }

    /// <summary>A start without the bindings it needs.</summary>
    public void StartUnbound(long timeUs, SessionSpec spec) => Send(InputKind.Command, timeUs, new StartSession(spec));

    private static Instrument Coin(int index) => new()
    {
        Venue = "sim",
        Symbol = $"COIN{index}_USDT",
        MarketType = MarketType.Futures,
        BaseAsset = $"COIN{index}",
        QuoteAsset = "USDT",
        TickSize = 0.1m,
        LotSize = 0.001m,
        MakerFeeRate = 0,
        TakerFeeRate = 0.0005m,
        MaxLeverage = 100,
    };

    private static bool IsPositionBased(IndicatorSpec spec) =>
        spec.Name is "unrealized_pnl_pct" or "position_age_seconds" or "signal_age_seconds";

    private void Send(
        InputKind kind, long timeUs, Command? command = null, IndicatorBindings? bindings = null, MarketEvent market = default,
        bool isHistory = false)
    {
        Prepare(kind, timeUs);
        _slot.Command = command;
        _slot.Bindings = bindings;
        _slot.Market = market;
        _slot.IsHistory = isHistory;
        if (kind == InputKind.Market)
        {
            _slot.Values = [.. _values[market.Instrument]];
            _slot.ValueCount = _slot.Values.Length;
        }

        Stage.Process(ref _slot);
        Outputs.Clear();
        Outputs.AddRange(_slot.Outputs.Items);
        Intents.Clear();
        Intents.AddRange(_slot.Intents.Items);
    }

    private void Prepare(InputKind kind, long timeUs)
    {
        var values = _slot.Values;
        _slot.Reset();
        _slot.Kind = kind;
        _slot.TimeUs = timeUs;
        _slot.Sequence = ++_sequence;
        _slot.Values = values ?? [];
        _slot.ValueCount = _slot.Values.Length;
    }

    private sealed class Source(Queue<Report> reports) : IReportSource
    {
        public bool TryDequeue(out Report? report) => reports.TryDequeue(out report);
    }
}
