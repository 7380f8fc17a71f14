using Draizer.Domain.Commands;
using Draizer.Domain.Identity;
using Draizer.Domain.Markets;
using Draizer.Domain.Orders;
using Draizer.Domain.Outputs;
using Draizer.Domain.Positions;
using Draizer.Domain.Sessions;
using Draizer.Trading.Engine;
using Draizer.Trading.Execution;

namespace Draizer.Trading.Tests.Execution;

/// <summary>The stage on a bench: feeds it events, keeps what comes out, and checks after each event what must always hold.</summary>
internal sealed class ExecutionBench : IReportSink
{
    public const int Coin = 0;
    public const int Btc = 1;
    public const int Spot = 2;

    private readonly ExecutionStage _stage;
    private readonly Dictionary<EntityId, OrderSnapshot> _orders = [];
    private readonly Dictionary<string, BalanceSnapshot> _balances = [];
    private readonly Dictionary<string, SessionSpec> _specs = [];
    private readonly List<Report> _reports = [];
    private EngineEvent _event;
    private long _sequence;
    private Stamp _lastStamp;

    public ExecutionBench()
    {
        _stage = new ExecutionStage(Catalogue, this, new ExecutionOptions());
        _event.Reset();
    }

    /// <summary>A coin without fees for sums in the head, a future with fees, and a spot market; then many more coins.</summary>
    public static InstrumentCatalogue Catalogue { get; } = new(
    [
        Instrument("COIN_USDT", MarketType.Futures, tick: 0.1m, lot: 0.01m, maker: 0, taker: 0),
        Instrument("BTC_USDT", MarketType.Futures, tick: 0.1m, lot: 0.00001m, maker: 0.0002m, taker: 0.0006m),
        Instrument("COIN_USDT_SPOT", MarketType.Spot, tick: 0.1m, lot: 0.01m, maker: 0, taker: 0) with { MaxLeverage = 1 },
        .. Enumerable.Range(0, 50).Select(i => Instrument($"C{i}_USDT", MarketType.Futures, tick: 0.1m, lot: 0.01m, maker: 0, taker: 0)),
    ]);

    /// <summary>Orders arrive at once, at the touch, for nothing, and are told at once.</summary>
    public static RealismProfile Plain { get; } =
        new() { Name = "plain", OrderLatencyMs = 0, ReportLatencyMs = 0, SlippageMin = 0, SlippageMax = 0 };

    /// <summary>What the last event brought, in order.</summary>
    public List<Output> Outputs { get; } = [];

    /// <summary>What strategies are told because of the last event.</summary>
    public List<Report> Reports { get; } = [];

    public IReadOnlyDictionary<EntityId, OrderSnapshot> Orders => _orders;
    public IEnumerable<OrderSnapshot> Working => _orders.Values.Where(o => !o.Status.IsFinal());

    public static SessionSpec Session(
        string id, RealismProfile? realism = null, RiskLimits? limits = null, decimal balance = 1_000m) => new()
        {
            SessionId = id,
            Name = id,
            Instruments = [Coin, Btc, Spot],
            InitialBalance = balance,
            WarmUpSeconds = 0,
            Realism = realism ?? Plain,
            RiskLimits = limits ?? new RiskLimits { MaxSpreadPct = 5 },
            Strategies = [],
        };

    public static Intent Open(long timeUs, PositionSide side = PositionSide.Long, int instrument = Coin, string session = "a") => new()
    {
        Kind = IntentKind.Open,
        SessionId = session,
        Strategy = "alpha",
        Instrument = instrument,
        TimeUs = timeUs,
        Direction = side,
        BasePositionPct = 0.1,
        Origin = "Z1",
    };

    public static Intent Close(long timeUs, IntentKind kind = IntentKind.Close, int instrument = Coin, string session = "a") =>
        Open(timeUs, instrument: instrument, session: session) with { Kind = kind, Origin = "ZE1" };

    public BalanceSnapshot Balance(string session = "a") => _balances[session];

    public void Enqueue(Report report) => _reports.Add(report);

    public void Start(SessionSpec spec, long timeUs = 0)
    {
        _specs[spec.SessionId] = spec;
        Command(timeUs, new StartSession(spec));
    }

    public void Market(long timeUs, MarketEvent market, params Intent[] intents) => Feed(InputKind.Market, timeUs, market: market, intents: intents);

    public void Quote(long timeUs, double bid, double ask, double size = 1_000, int instrument = Coin) =>
        Market(timeUs, MarketEvent.Quote(instrument, timeUs, bid, size, ask, size));

    public void Trade(long timeUs, double price, double quantity = 1, int instrument = Coin) =>
        Market(timeUs, MarketEvent.Trade(instrument, timeUs, price, quantity, Side.Buy));

    public void Intents(long timeUs, params Intent[] intents) => Feed(InputKind.Clock, timeUs, intents: intents);

    public void Clock(long timeUs, long lagUs = 0) => Feed(InputKind.Clock, timeUs, lagUs: lagUs);

    public CommandResult Command(long timeUs, Command command)
    {
        Feed(InputKind.Command, timeUs, command: command);
        return Outputs.OfType<CommandAnswered>().Single().Result;
    }

    public void Feed(
        InputKind kind, long timeUs, MarketEvent market = default, Command? command = null, Intent[]? intents = null, long lagUs = 0)
    {
        _event.Reset();
        _event.Kind = kind;
        _event.Sequence = _sequence++;
        _event.TimeUs = timeUs;
        _event.Market = market;
        _event.Command = command;
        _event.LagUs = lagUs;
        Outputs.Clear();
        Reports.Clear();
        _reports.Clear();

        _stage.Advance(ref _event);
        foreach (var report in _reports)
            Assert.True(report.DueUs <= timeUs + LatencyUs(report), "a report of what was due before the event is late");
        Reports.AddRange(_reports);
        _reports.Clear();

        foreach (var intent in intents ?? [])
            _event.Intents.Add(intent);
        _stage.Process(ref _event);
        foreach (var report in _reports)
            Assert.True(report.DueUs >= timeUs + LatencyUs(report), "a report is due before its strategy could have it");
        Reports.AddRange(_reports);

        foreach (var output in _event.ExecutionOutputs.Items)
            Take(output);
    }

    private static Instrument Instrument(string symbol, MarketType type, decimal tick, decimal lot, decimal maker, decimal taker) => new()
    {
        Venue = "sim",
        Symbol = symbol,
        MarketType = type,
        BaseAsset = symbol.Split('_')[0],
        QuoteAsset = "USDT",
        TickSize = tick,
        LotSize = lot,
        MakerFeeRate = maker,
        TakerFeeRate = taker,
        MaxLeverage = 125,
    };

    private long LatencyUs(Report report) => _specs[report.SessionId].Realism.ReportLatencyMs * 1_000L;

    private void Take(Output output)
    {
        Assert.True(output.Stamp.Sequence > _lastStamp.Sequence || output.Stamp.Ordinal > _lastStamp.Ordinal, "stamps do not ascend");
        _lastStamp = output.Stamp;
        Outputs.Add(output);
        switch (output)
        {
            case OrderChanged { Order: var order }:
                if (_orders.TryGetValue(order.OrderId, out var before))
                    Assert.False(before.Status.IsFinal(), $"order {order.OrderId} changed after it was {before.Status}");
                _orders[order.OrderId] = order;
                break;
            case BalanceChanged changed:
                Keep(changed.SessionId, changed.Balance);
                break;
            case EquitySampled sampled:
                Keep(sampled.SessionId, sampled.Balance);
                break;
        }
    }

    private void Keep(string session, BalanceSnapshot balance)
    {
        Assert.Equal(balance.Wallet, balance.Available + balance.Margin + balance.Reserved);
        Assert.Equal(_specs[session].InitialBalance + balance.RealizedPnl - balance.Fees - balance.Funding, balance.Wallet);
        Assert.True(balance is { Available: >= 0, Margin: >= 0, Reserved: >= 0 }, $"{session} has less than nothing: {balance}");
        _balances[session] = balance;
    }
}
