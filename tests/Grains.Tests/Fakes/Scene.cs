using System.Collections.Concurrent;
using Draizer.Domain.Indicators;
using Draizer.Domain.Markets;
using Draizer.Domain.Sessions;
using Draizer.Domain.Strategies;
using Draizer.Grains.Hosting;
using Draizer.Grains.Sessions;

namespace Draizer.Grains.Tests.Fakes;

/// <summary>A host with everything around it, one started session if wanted, and outputs in the words of a script.</summary>
internal sealed class Scene : IAsyncDisposable
{
    public const string Id = "s1";

    public static Instrument Btc { get; } = new()
    {
        Venue = "sim",
        Symbol = "BTC_USDT",
        MarketType = MarketType.Futures,
        BaseAsset = "BTC",
        QuoteAsset = "USDT",
        TickSize = 0.1m,
        LotSize = 0.001m,
        MakerFeeRate = 0.0002m,
        TakerFeeRate = 0.0006m,
    };

    public static Instrument Eth { get; } = Btc with { Symbol = "ETH_USDT", BaseAsset = "ETH" };

    public Scene(MemoryStore? store = null, SessionHostOptions? options = null)
    {
        Store = store ?? new MemoryStore();
        Host = new SessionHost(
            Store, Core, Core, Core, new InstrumentCatalogue([Btc, Eth]), Events, options ?? new SessionHostOptions(), Time,
            (id, e) => Errors.Enqueue((id, e)));
        Tell = new Script(this, Id);
    }

    public FakeTime Time { get; } = new();
    public MemoryStore Store { get; }
    public FakeCore Core { get; } = new();
    public EventLog Events { get; } = new();
    public ConcurrentQueue<(string SessionId, Exception Error)> Errors { get; } = new();
    public SessionHost Host { get; }
    public ISession Session => Host.Get(Id);
    public Script Tell { get; }

    public static StrategyDefinition Definition { get; } = new()
    {
        Name = "fade",
        Direction = StrategyDirection.Short,
        SignalDetection = new ConditionGroup(
            GroupLogic.And,
            [
                new Condition(Spec("pump_magnitude_pct"), ComparisonOperator.AtLeast, 8),
                new Condition(Spec("rsi"), ComparisonOperator.Between, 40, 80),
            ]),
        CloseOrderDetection = new ConditionGroup(
            GroupLogic.Or,
            [
                new Condition(Spec("unrealized_pnl_pct"), ComparisonOperator.AtLeast, 15),
                new Condition(Spec("ema"), ComparisonOperator.Below, 0, Other: Spec("sma")),
            ]),
        EmergencyExit = new ConditionGroup(
            GroupLogic.Or,
            [
                new Condition(Spec("position_age_seconds"), ComparisonOperator.Above, 60),
                new Condition(Spec("signal_age_seconds"), ComparisonOperator.Above, 60),
            ]),
        DocumentJson = """{"strategy_name":"fade"}""",
    };

    public static StartRequest Request(string id = Id) => new()
    {
        SessionId = id,
        Name = "first",
        SessionType = "paper",
        Instruments = [0],
        Definitions = [Definition],
        InitialBalance = 1_000m,
        WarmUpSeconds = 1_800,
        Realism = RealismProfile.Seed,
        RiskLimits = new RiskLimits(),
        IdempotencyKey = "key",
    };

    public static async Task<Scene> StartedAsync(SessionHostOptions? options = null)
    {
        var scene = new Scene(options: options);
        await scene.Session.StartAsync(Request());
        scene.Tell.Status(SessionStatus.Running);
        await scene.SettleAsync();
        return scene;
    }

    /// <summary>Returns once everything delivered so far has been handled: a message waits behind those before it.</summary>
    public Task<SessionView?> SettleAsync() => Session.GetAsync();

    /// <summary>Lets seconds pass, one beat each.</summary>
    public async Task BeatAsync(int times = 1)
    {
        for (var i = 0; i < times; i++)
        {
            Time.Advance(TimeSpan.FromSeconds(1));
            await SettleAsync();
        }
    }

    public ValueTask DisposeAsync() => Host.DisposeAsync();

    private static IndicatorSpec Spec(string name) => new(name, [], name);
}
