using Draizer.Domain.Markets;
using Draizer.Trading.Documents;

namespace Draizer.Api.Market;

/// <summary>Finds an instrument by the names users write.</summary>
public static class InstrumentLookup
{
    /// <summary>The instrument of a symbol, on a venue or on the only one that has it; else the problem to answer with.</summary>
    public static IResult? TryFind(InstrumentCatalogue catalogue, string? venue, string symbol, out int index)
    {
        index = -1;
        var matches = catalogue.All.Select((instrument, i) => (instrument, i))
            .Where(x => x.instrument.Symbol == symbol && (venue is null || x.instrument.Venue == venue)).Take(2).ToArray();
        if (matches.Length == 0)
            return Problems.Problem.NotFound("unknown_symbol", $"There is no {symbol}{(venue is null ? "" : $" on {venue}")}.");
        if (matches.Length > 1)
            return Problems.Problem.Conflict("ambiguous_symbol", $"{symbol} is traded on several venues: say which with ?venue=.");

        index = matches[0].i;
        return null;
    }

    /// <summary>Finds <c>venue:SYMBOL</c>.</summary>
    public static bool TryFind(InstrumentCatalogue catalogue, string qualified, out int index)
    {
        index = -1;
        var colon = qualified.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && catalogue.TryFind(qualified[..colon], qualified[(colon + 1)..], out index);
    }

    /// <summary>Adds the fault of a symbol that no venue has.</summary>
    public static void RefuseUnknown(DocumentNode node, string symbol, string venue) =>
        node.Fault("unknown_symbol", $"There is no {symbol} on {venue}.");
}
