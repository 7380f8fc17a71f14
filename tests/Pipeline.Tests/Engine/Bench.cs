using Draizer.Domain.Markets;
using Draizer.Domain.Outputs;
using Draizer.Domain.Sessions;
using Draizer.Trading.Ports;

namespace Draizer.Pipeline.Tests.Engine;

/// <summary>What tests of the engine are made of.</summary>
internal static class Bench
{
    public const long StartUs = 1_750_000_000_000_000;

    /// <summary>Long enough for a loaded machine; only a hang takes that long.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static InstrumentCatalogue Catalogue { get; } = new([Instrument("BTC_USDT"), Instrument("ETH_USDT")]);

    public static MarketEvent Trade(int instrument, double price = 100) => MarketEvent.Trade(instrument, 0, price, 1, Side.Buy);

    public static SessionSpec Session(string id, int reportLatencyMs = 5) => new()
    {
        SessionId = id,
        Name = id,
        Instruments = [0],
        InitialBalance = 1_000,
        WarmUpSeconds = 0,
        Realism = RealismProfile.Seed with { ReportLatencyMs = reportLatencyMs },
        RiskLimits = new RiskLimits(),
        Strategies = [],
    };

    private static Instrument Instrument(string symbol) => new()
    {
        Venue = "sim",
        Symbol = symbol,
        MarketType = MarketType.Futures,
        BaseAsset = symbol[..3],
        QuoteAsset = "USDT",
        TickSize = 0.01m,
        LotSize = 0.001m,
        MakerFeeRate = 0.0002m,
        TakerFeeRate = 0.0006m,
    };

    /// <summary>Keeps what it hears, or throws at it, or holds the publisher until let go.</summary>
    public sealed class Listener : IEngineListener
    {
        public List<Output> Outputs { get; } = [];
        public List<TickRow> Ticks { get; } = [];
        public Exception? Throws { get; init; }
        public ManualResetEventSlim? HoldsUntil { get; init; }
        public ManualResetEventSlim Holds { get; } = new();

        public void OnOutput(Output output)
        {
            if (Throws is not null)
                throw Throws;
            Outputs.Add(output);
        }

        public void OnTicks(ReadOnlySpan<TickRow> ticks)
        {
            if (HoldsUntil is not null)
            {
                Holds.Set();
                HoldsUntil.Wait();
            }

            if (Throws is not null)
                throw Throws;
            Ticks.AddRange(ticks);
        }
    }

    /// <summary>A clock that stands still until told, with timers that fire when told.</summary>
    public sealed class HandClock : TimeProvider
    {
        private TimerCallback? _callback;

        public long NowUs { get; set; } = StartUs;
        public bool HasTimer => _callback is not null;

        public override DateTimeOffset GetUtcNow() => DateTimeOffset.UnixEpoch.AddTicks(NowUs * TimeSpan.TicksPerMicrosecond);

        public void Fire() => _callback?.Invoke(null);

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            _callback = callback;
            return new Timer(this);
        }

        private sealed class Timer(HandClock clock) : ITimer
        {
            public bool Change(TimeSpan dueTime, TimeSpan period) => false;
            public void Dispose() => clock._callback = null;

            public ValueTask DisposeAsync()
            {
                Dispose();
                return ValueTask.CompletedTask;
            }
        }
    }
}
