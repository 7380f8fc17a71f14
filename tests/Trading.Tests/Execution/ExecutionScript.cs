using System.Globalization;
using Draizer.Domain.Commands;
using Draizer.Domain.Markets;
using Draizer.Domain.Outputs;
using Draizer.Domain.Positions;
using Draizer.Domain.Sessions;
using Draizer.Trading.Engine;

namespace Draizer.Trading.Tests.Execution;

/// <summary>
/// Plays a script and checks it line by line: <c>milliseconds  what happens  -&gt; what comes of it</c>. What happens is a price
/// (<c>quote 99x5 101x4</c>, <c>trade 100x2</c>, <c>mark 95</c>, <c>funding 0.001</c>), <c>clock</c>, a command (<c>pause</c>,
/// <c>stop</c>, <c>stop until_flat</c>, <c>sell 2</c> by hand) or what a strategy wants (<c>long lev=5 sl=8</c>, <c>close shift=1</c>,
/// <c>remainder</c>, <c>emergency</c>, <c>fail</c>), also together with a price after a <c>+</c>. What comes of it is orders, positions and alerts,
/// in order; on another instrument or session they begin with its name, as the line does that concerns it.
/// </summary>
internal sealed class ExecutionScript(ExecutionBench bench)
{
    private static readonly string[] Instruments = ["coin", "btc", "spot"];

    public static ExecutionBench Check(
        string script, RealismProfile? realism = null, RiskLimits? limits = null, decimal balance = 1_000m, params string[] sessions)
    {
        var bench = new ExecutionBench();
        foreach (var session in sessions.Length == 0 ? ["a"] : sessions)
            bench.Start(ExecutionBench.Session(session, realism, limits, balance));

        new ExecutionScript(bench).Play(script);
        return bench;
    }

    public void Play(string script)
    {
        foreach (var line in script.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var (left, expected) = (line.Split("->")[0].Trim(), line.Split("->")[1].Trim());
            var parts = left.Split(' ', 2, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            var timeUs = Us(parts[0]);
            Do(timeUs, parts[1]);

            var happened = string.Join("; ", bench.Outputs.Select(o => Describe(o, timeUs)).Where(text => text.Length > 0));
            Assert.Equal($"{parts[0]} {parts[1]} -> {expected}", $"{parts[0]} {parts[1]} -> {(happened.Length == 0 ? "nothing" : happened)}");
        }
    }

    private static long Us(string milliseconds) => (long)(decimal.Parse(milliseconds, CultureInfo.InvariantCulture) * 1_000);

    private void Do(long timeUs, string action)
    {
        var parts = action.Split('+', StringSplitOptions.TrimEntries);
        var (kind, market, command, lagUs) = (InputKind.Clock, default(MarketEvent), default(Command), 0L);
        var intents = new List<Intent>();
        foreach (var part in parts)
        {
            var words = part.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList();
            var session = Take(words, w => w is "a:" or "b:" or "c:")?[..1] ?? "a";
            var instrument = Math.Max(0, Array.IndexOf(Instruments, Take(words, w => Instruments.Contains(w))));
            lagUs = Take(words, w => w.StartsWith("lag=", StringComparison.Ordinal)) is { } lag ? Us(lag[4..]) : lagUs;
            if (words[0] == "clock")
                continue;

            if (MarketOf(words, instrument, timeUs) is { } price)
                (kind, market) = (InputKind.Market, price);
            else if (CommandOf(words, instrument, session) is { } order)
                (kind, command) = (InputKind.Command, order);
            else
                intents.Add(IntentOf(words, instrument, session, timeUs));
        }

        bench.Feed(kind, timeUs, market, command, [.. intents], lagUs);
    }

    private static string? Take(List<string> words, Predicate<string> wanted)
    {
        var at = words.FindIndex(wanted);
        if (at < 0)
            return null;

        var word = words[at];
        words.RemoveAt(at);
        return word;
    }

    private static MarketEvent? MarketOf(List<string> words, int instrument, long timeUs) => words[0] switch
    {
        "quote" => MarketEvent.Quote(
            instrument, timeUs, Sized(words[1]).Price, Sized(words[1]).Size, Sized(words[2]).Price, Sized(words[2]).Size),
        "trade" => MarketEvent.Trade(instrument, timeUs, Sized(words[1]).Price, Sized(words[1]).Size, Side.Buy),
        "mark" => MarketEvent.Mark(instrument, timeUs, Sized(words[1]).Price),
        "funding" => MarketEvent.Funding(instrument, timeUs, Sized(words[1]).Price),
        _ => null,
    };

    private static (double Price, double Size) Sized(string text)
    {
        var parts = text.Split('x');
        return (double.Parse(parts[0], CultureInfo.InvariantCulture), parts.Length == 1 ? 1_000 : double.Parse(parts[1], CultureInfo.InvariantCulture));
    }

    private static Command? CommandOf(List<string> words, int instrument, string session) => words[0] switch
    {
        "pause" => new PauseSession(session),
        "resume" => new ResumeSession(session),
        "stop" => new StopSession(session, ClosePositions: words.Count == 1),
        "release" => new ReleaseSession(session),
        "sell" => new ClosePosition(session, instrument, words.Count == 1 ? null : decimal.Parse(words[1], CultureInfo.InvariantCulture)),
        _ => null,
    };

    private static Intent IntentOf(List<string> words, int instrument, string session, long timeUs)
    {
        var intent = words[0] switch
        {
            "long" => ExecutionBench.Open(timeUs, PositionSide.Long, instrument, session),
            "short" => ExecutionBench.Open(timeUs, PositionSide.Short, instrument, session),
            "close" => ExecutionBench.Close(timeUs, IntentKind.Close, instrument, session),
            "fail" => ExecutionBench.Close(timeUs, IntentKind.FailSession, instrument, session) with { Origin = "strategy_error" },
            "remainder" => ExecutionBench.Close(timeUs, IntentKind.CloseRemainder, instrument, session),
            "emergency" => ExecutionBench.Close(timeUs, IntentKind.EmergencyClose, instrument, session) with { Origin = "E1" },
            _ => throw new ArgumentException($"Nothing is called {words[0]}."),
        };
        foreach (var word in words.Skip(1))
        {
            var (name, value) = (word.Split('=')[0], double.Parse(word.Split('=')[1], CultureInfo.InvariantCulture));
            intent = name switch
            {
                "pct" => intent with { BasePositionPct = Math.Round(value / 100, 10) },
                "times" => intent with { SizeMultiplier = value },
                "cap" => intent with { MaxPositionSizeUsd = (decimal)value },
                "lev" => intent with { Leverage = (int)value },
                "sl" => intent with { StopLossPct = value },
                "tp" => intent with { TakeProfitPct = value },
                "shift" => intent with { CloseShiftPct = value },
                "at" => intent with { TimeUs = (long)(value * 1_000) },
                _ => throw new ArgumentException($"No part of an intent is called {name}."),
            };
        }

        return intent;
    }

    private static string Describe(Output output, long timeUs)
    {
        var text = output switch
        {
            OrderChanged { Order: var o } => Named(o.Instrument) + $"{Upper(o.Action)} {Of(o.Quantity)} {Upper(o.Status)}"
                + (o.Status is Domain.Orders.OrderStatus.Open ? $" at {Of(o.RequestedPrice)}" : "")
                + (o.FilledQuantity > 0 ? $" {Of(o.FilledQuantity)} @ {Of(o.AveragePrice)}" : "")
                + (o.Reason is null ? "" : $" {o.Reason}"),
            PositionChanged { Change: not PositionChange.Closed, Position: var p } =>
                Named(p.Instrument) + $"{Upper(p.Side)} {Of(p.Quantity)} @ {Of(p.EntryPrice)}",
            RoundTripClosed { RoundTrip: var t } => Named(t.Instrument) + $"flat({t.CloseReason}) net {Of(t.NetPnl)}",
            AlertRaised alert => $"alert {alert.Code}",
            SessionStatusChanged status => $"session {Upper(status.Status)}",
            CommandAnswered { Result.RefusalCode: { } code } => $"refused {code}",
            _ => "",
        };
        if (text.Length == 0)
            return "";

        var at = output.Stamp.TimeUs == timeUs ? "" : $"[{output.Stamp.TimeUs / 1_000m:0.###}] ";
        return at + (output.SessionId == "a" ? "" : output.SessionId + ": ") + text;
    }

    private static string Named(Instrument instrument) =>
        instrument == ExecutionBench.Catalogue[ExecutionBench.Coin] ? ""
        : instrument == ExecutionBench.Catalogue[ExecutionBench.Btc] ? "btc " : "spot ";

    private static string Of(decimal? value) => value is { } number ? number.ToString("0.########", CultureInfo.InvariantCulture) : "none";

    private static string Upper<T>(T value)
        where T : struct, Enum => value.ToString().ToUpperInvariant();
}
