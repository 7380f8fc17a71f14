using Draizer.Domain.Commands;
using Draizer.Domain.Indicators;
using Draizer.Domain.Markets;
using Draizer.Domain.Sessions;
using Draizer.Domain.Strategies;
using Draizer.Trading.Engine;
using Draizer.Trading.Indicators;

namespace Draizer.Trading.Tests.Indicators;

/// <summary>An indicator stage fed by hand through one slot, as a ring would.</summary>
internal sealed class StageDriver
{
    private EngineEvent _slot;

    public StageDriver(IndicatorStageOptions? options = null, int instrumentCount = 1)
    {
        Stage = new IndicatorStage(
            new InstrumentCatalogue(Enumerable.Range(0, instrumentCount).Select(Instrument)), options ?? new IndicatorStageOptions());
        _slot.Reset();
    }

    public IndicatorStage Stage { get; }

    public ReadOnlySpan<double> Values => _slot.Values.AsSpan(0, _slot.ValueCount);

    public IndicatorBindings? Bindings => _slot.Bindings;

    public IndicatorBindings Start(long timeUs, int warmUpSeconds, params IndicatorSpec[] specs) =>
        Start("session", timeUs, warmUpSeconds, specs);

    public IndicatorBindings Start(string sessionId, long timeUs, int warmUpSeconds, params IndicatorSpec[] specs)
    {
        var conditions = specs.Select(s => new Condition(s, ComparisonOperator.Above, 0)).ToArray();
        var strategy = new StrategyDefinition
        {
            Name = "test",
            DocumentJson = "{}",
            SignalDetection = new ConditionGroup(GroupLogic.And, conditions),
        };
        return Start(sessionId, timeUs, warmUpSeconds, strategy);
    }

    public IndicatorBindings Start(string sessionId, long timeUs, int warmUpSeconds, StrategyDefinition strategy, params int[] instruments)
    {
        Send(timeUs, new StartSession(new SessionSpec
        {
            SessionId = sessionId,
            Name = sessionId,
            Instruments = instruments.Length == 0 ? [0] : instruments,
            InitialBalance = 10_000,
            WarmUpSeconds = warmUpSeconds,
            Realism = RealismProfile.Seed,
            RiskLimits = new RiskLimits(),
            Strategies = [strategy],
        }));
        return _slot.Bindings!;
    }

    public void Release(string sessionId, long timeUs) => Send(timeUs, new ReleaseSession(sessionId));

    public void Trade(long timeUs, double price, double quantity = 1, int instrument = 0) =>
        Send(timeUs, MarketEvent.Trade(instrument, timeUs, price, quantity, Side.Buy));

    public void Quote(long timeUs, double bid, double bidSize, double ask, double askSize) =>
        Send(timeUs, MarketEvent.Quote(0, timeUs, bid, bidSize, ask, askSize));

    public void Mark(long timeUs, double price, int instrument = 0) => Send(timeUs, MarketEvent.Mark(instrument, timeUs, price));

    public void Send(long timeUs, in MarketEvent market)
    {
        _slot.Reset();
        _slot.Kind = InputKind.Market;
        _slot.TimeUs = timeUs;
        _slot.Market = market;
        Stage.Process(ref _slot);
    }

    public double ValueAt(IndicatorBindings bindings, IndicatorSpec spec, int instrument = 0) => Values[bindings.PlaceOf(instrument, spec)];

    private static Instrument Instrument(int index) => new()
    {
        Venue = "sim",
        Symbol = $"COIN{index}_USDT",
        MarketType = MarketType.Futures,
        BaseAsset = $"COIN{index}",
        QuoteAsset = "USDT",
        TickSize = 0.01m,
        LotSize = 0.001m,
        MakerFeeRate = 0,
        TakerFeeRate = 0,
    };

    private void Send(long timeUs, Command command)
    {
        _slot.Reset();
        _slot.Kind = InputKind.Command;
        _slot.TimeUs = timeUs;
        _slot.Command = command;
        Stage.Process(ref _slot);
    }
}
