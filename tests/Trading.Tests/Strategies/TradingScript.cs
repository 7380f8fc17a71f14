using System.Globalization;
using Draizer.Domain.Commands;
using Draizer.Domain.Outputs;
using Draizer.Domain.Positions;
using Draizer.Domain.Strategies;
using Draizer.Trading.Engine;
using Draizer.Trading.Strategies;

namespace Draizer.Trading.Tests.Strategies;

/// <summary>
/// Plays a script and checks it line by line: <c>seconds  what happens  -&gt; what comes of it</c>. What happens is values
/// (<c>s1=1 z1=0</c>, after <c>eth:</c> for the second instrument), <c>price=101</c>, <c>clock</c>, a command, or a report that is
/// due at that time. What comes of it is signals, transitions (<c>=&gt; STATE(trigger)</c>) and intents (<c>send Kind</c>), in order;
/// what a timer did before the line's time begins with its own time in brackets.
/// </summary>
internal sealed class TradingScript(IReadOnlyList<StrategyDefinition> strategies, int slots = 3, StrategyStageOptions? options = null)
{
    private const string SessionId = "s";

    private readonly StageBench _bench = new(options);

    public static void Check(string script) => Check(TestStrategy.Named("alpha"), script);

    public static void Check(StrategyDefinition strategy, string script) => new TradingScript([strategy]).Play(script);

    public void Play(string script)
    {
        foreach (var line in script.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var (left, expected) = (line.Split("->")[0].Trim(), line.Split("->")[1].Trim());
            var at = left.Split(' ', 2, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            var timeUs = Us(at[0]);
            Do(timeUs, at[1]);

            var happened = string.Join("; ", [
                .. _bench.Outputs.Select(output => Describe(output, timeUs)),
                .. _bench.Intents.Select(intent => Describe(intent, timeUs)),
            ]);
            Assert.Equal($"{at[0]} {at[1]} -> {expected}", $"{at[0]} {at[1]} -> {(happened.Length == 0 ? "nothing" : happened)}");
        }
    }

    private static long Us(string seconds) => (long)(decimal.Parse(seconds, CultureInfo.InvariantCulture) * 1_000_000);

    private void Do(long timeUs, string action)
    {
        var words = action.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        switch (words[0])
        {
            case "start":
                _bench.Start(timeUs, StageBench.Session(SessionId, strategies, slots, 0, 1));
                break;
            case "pause":
                _bench.Command(timeUs, new PauseSession(SessionId));
                break;
            case "resume":
                _bench.Command(timeUs, new ResumeSession(SessionId));
                break;
            case "stop":
                _bench.Command(timeUs, new StopSession(SessionId, ClosePositions: words.Length == 1));
                break;
            case "release":
                _bench.Command(timeUs, new ReleaseSession(SessionId));
                break;
            case "clock":
                _bench.Clock(timeUs);
                break;
            case "report":
                _bench.Leave(ReportOf(timeUs, words));
                _bench.Clock(timeUs);
                break;
            default:
                Trade(timeUs, words);
                break;
        }
    }

    private void Trade(long timeUs, string[] words)
    {
        var isHistory = words[0] == "history";
        var instrument = words[0] == "eth:" ? 1 : 0;
        double? price = null;
        foreach (var word in words.Where(w => w.Contains('=')))
        {
            var (name, text) = (word.Split('=')[0], word.Split('=')[1]);
            var value = text == "none" ? double.NaN : double.Parse(text, CultureInfo.InvariantCulture);
            if (name == "price")
                price = value;
            else
                _bench.Set(instrument, name, value);
        }

        _bench.Trade(timeUs, instrument, price, isHistory);
    }

    private static Report ReportOf(long timeUs, string[] words)
    {
        var report = new Report
        {
            Kind = ReportKind.PositionChanged,
            SessionId = SessionId,
            Strategy = "alpha",
            Instrument = 0,
            DueUs = timeUs,
            Side = PositionSide.Short,
            Quantity = 2,
            EntryPrice = 100,
            Margin = 50,
            OpenedUs = timeUs,
        };
        var last = words[^1];
        return words[1] switch
        {
            "filled" => report with { Kind = ReportKind.EntryFilled },
            "refused" => report with { Kind = ReportKind.EntryRefused, Reason = last },
            "rejected" => report with { Kind = ReportKind.ExitRejected, Reason = last },
            "flat" when words.Length == 2 => report with { Kind = ReportKind.Flat, Quantity = 0, CloseReason = CloseReason.Strategy },
            "flat" => report with { Kind = ReportKind.Flat, Quantity = 0, CloseReason = Enum.Parse<CloseReason>(last) },
            _ => throw new ArgumentException($"No report is called {words[1]}."),
        };
    }

    private static string Describe(Output output, long timeUs) => At(output.Stamp.TimeUs, timeUs) + output switch
    {
        StrategyTransitioned t => $"{Who(t.Strategy)}=> {Upper(t.To.ToString())}({t.Trigger}{(t.Reason is null ? "" : " " + t.Reason)})",
        SignalChanged { Signal: var s } =>
            $"{Who(s.Strategy)}{s.Section} {Upper(s.Status.ToString())}{(s.Reason is null ? "" : $"({s.Reason})")}",
        AlertRaised a => $"alert {a.Code}",
        SessionStatusChanged s => $"session {Upper(s.Status.ToString())}",
        _ => output.GetType().Name,
    };

    private static string Describe(Intent intent, long timeUs) =>
        $"{At(intent.TimeUs, timeUs)}{Who(intent.Strategy)}send {intent.Kind}"
        + (intent.CloseShiftPct == 0 ? "" : $" shifted {intent.CloseShiftPct}");

    private static string At(long stampUs, long timeUs) => stampUs == timeUs ? "" : $"[{stampUs / 1_000_000m:0.###}] ";

    private static string Who(string strategy) => strategy == "alpha" ? "" : strategy + " ";

    private static string Upper(string name) =>
        string.Concat(name.Select((c, i) => i > 0 && char.IsUpper(c) ? "_" + c : char.ToUpperInvariant(c).ToString()));
}
