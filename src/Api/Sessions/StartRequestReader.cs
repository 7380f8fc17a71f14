using Draizer.Api.Market;
using Draizer.Api.Strategies;
using Draizer.Domain.Markets;
using Draizer.Domain.Strategies;
using Draizer.Grains.Sessions;
using Draizer.Trading.Documents;
using Draizer.Trading.Strategies.Documents;

namespace Draizer.Api.Sessions;

/// <summary>Reads the body of a session start, finding every fault in it.</summary>
public sealed class StartRequestReader(InstrumentCatalogue catalogue, StrategyLibrary library, string sessionId)
{
    private const int MostNames = 1_000;
    private const decimal MostMoney = 1_000_000_000_000m;
    private const int MostWarmUpSeconds = 86_400;

    private static readonly string[] LaterTypes = ["live", "backtest", "collect"];

    public StartRequest? Read(DocumentObject body)
    {
        ReadType(body.Required("session_type"));
        var name = body.OptionalUnlessNull("name")?.AsText(200);
        var venues = ReadVenues(body);
        var instruments = ReadSymbols(body.Required("symbols"), venues);
        var definitions = ReadStrategies(body);
        var request = new StartRequest
        {
            SessionId = sessionId,
            Name = string.IsNullOrWhiteSpace(name) ? string.Join(", ", definitions.Select(d => d.Name)) : name.Trim(),
            SessionType = "paper",
            Instruments = instruments,
            Definitions = definitions,
            InitialBalance = body.OptionalUnlessNull("initial_balance")?.AsDecimal(1, MostMoney) ?? 10_000m,
            WarmUpSeconds = body.OptionalUnlessNull("warm_up_s")?.AsWhole(0, MostWarmUpSeconds) ?? 1_800,
            MaxConcurrentSignals = body.OptionalUnlessNull("max_concurrent_signals")?.AsWhole(1, 50) ?? 3,
            Realism = RealismReader.Read(body.OptionalUnlessNull("realism")),
            RiskLimits = RiskLimitsReader.Read(body.OptionalUnlessNull("risk_limits")),
            IdempotencyKey = ReadKey(body.OptionalUnlessNull("idempotency_key")),
        };
        body.RefuseTheRest();
        return request;
    }

    private static string? ReadKey(DocumentNode? node)
    {
        var key = node?.AsText(200);
        if (key is "")
            node!.Fault(DocumentFault.InvalidValue, "Must not be empty.");
        return key;
    }

    private static void ReadType(DocumentNode? node)
    {
        var type = node?.AsText();
        if (type is null)
            return;

        if (LaterTypes.Contains(type))
            node!.Fault(DocumentFault.NotSupported, $"Sessions of type {type} are not supported; paper is.");
        else if (type != "paper")
            node!.Fault(DocumentFault.InvalidValue, "Must be paper.");
    }

    private IReadOnlyList<string> ReadVenues(DocumentObject body)
    {
        var one = body.OptionalUnlessNull("venue");
        var many = body.OptionalUnlessNull("venues");
        if (one is not null && many is not null)
        {
            many.Fault(DocumentFault.InvalidValue, "Give venue or venues, not both.");
            return [];
        }

        var nodes = many?.AsArray(MostNames) ?? (one is null ? [] : [one]);
        var venues = new List<string>();
        foreach (var node in nodes)
        {
            if (node.AsText() is not { } venue)
                continue;
            if (catalogue.Venues.Contains(venue))
                venues.Add(venue);
            else
                node.Fault("unknown_venue", $"There is no venue {venue}; there are {string.Join(", ", catalogue.Venues)}.");
        }

        if (many is not null && nodes.Count == 0)
            many.Fault(DocumentFault.InvalidValue, "At least one venue is needed.");
        return one is null && many is null ? [catalogue.Venues.First()] : venues;
    }

    private IReadOnlyList<int> ReadSymbols(DocumentNode? node, IReadOnlyList<string> venues)
    {
        if (node?.AsArray(MostNames) is not { } items)
            return [];
        if (items.Count == 0)
            node.Fault(DocumentFault.InvalidValue, "At least one symbol is needed.");

        var found = new SortedSet<int>();
        foreach (var item in items)
        {
            if (item.AsText() is not { } symbol)
                continue;

            foreach (var venue in venues)
            {
                if (!catalogue.TryFind(venue, symbol, out int index))
                    InstrumentLookup.RefuseUnknown(item, symbol, venue);
                else if (!found.Add(index))
                    item.Fault(DocumentFault.InvalidValue, $"{symbol} is listed twice.");
            }
        }

        return [.. found];
    }

    private IReadOnlyList<StrategyDefinition> ReadStrategies(DocumentObject body)
    {
        var definitions = new SortedDictionary<string, StrategyDefinition>(StringComparer.Ordinal);
        var documents = body.OptionalUnlessNull("strategy_config");
        var names = body.OptionalUnlessNull("strategies");
        if (documents?.AsObject() is { } byName)
        {
            var all = byName.All().ToArray();
            if (all.Length > MostNames)
                documents.Fault(DocumentFault.OutOfRange, $"At most {MostNames} strategies make sense here.");
            foreach (var (name, node) in all.Take(MostNames))
                ReadDocument(name, node, body, definitions);
        }

        foreach (var node in names?.AsArray(MostNames) ?? [])
        {
            if (node.AsText() is not { } name)
                continue;
            if (library.Find(name) is not { } strategy)
                node.Fault("unknown_strategy", $"There is no strategy {name}.");
            else if (!definitions.TryAdd(name, strategy.Definition))
                node.Fault(DocumentFault.InvalidValue, $"{name} is given twice.");
        }

        if (documents is null && names is null)
            body.Fault("strategy_config", DocumentFault.Missing, "At least one strategy is needed, in strategy_config or strategies.");
        else if (definitions.Count == 0 && !body.HasFaults)
            body.Fault("strategy_config", DocumentFault.InvalidValue, "At least one strategy is needed.");
        return [.. definitions.Values];
    }

    private static void ReadDocument(
        string name, DocumentNode node, DocumentObject body, SortedDictionary<string, StrategyDefinition> definitions)
    {
        var parsed = StrategyDocument.Parse(node.RawText(), node.Path, name);
        foreach (var fault in parsed.Faults)
            body.Report(fault);
        if (parsed.Definition is { } definition)
            definitions[name] = definition;
    }
}
