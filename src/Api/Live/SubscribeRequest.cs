using System.Text.Json;
using Draizer.Api.Market;
using Draizer.Domain.Markets;
using Draizer.Trading.Documents;
using Microsoft.AspNetCore.SignalR;

namespace Draizer.Api.Live;

/// <summary>What a client wants to be told, or no longer.</summary>
public sealed record SubscribeRequest(IReadOnlyList<string> Sessions, IReadOnlyList<int> Instruments, ChannelSet Channels)
{
    private const int MostSessions = 100;
    private const int MostSymbols = 5_000;

    /// <exception cref="HubException">Something is wrong with it; the message tells every fault.</exception>
    public static SubscribeRequest Read(JsonElement request, InstrumentCatalogue catalogue)
    {
        var faults = new List<DocumentFault>();
        SubscribeRequest? read = null;
        try
        {
            if (new DocumentNode(request, "$", faults).AsObject() is { } body)
                read = Read(body, catalogue);
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            // Half a surrogate pair.
            faults.Add(new DocumentFault("$", DocumentFault.InvalidJson, "The text is not valid Unicode."));
        }

        return faults.Count == 0 && read is not null
            ? read
            : throw new HubException(string.Join(" ", faults.Select(f => $"{f.Path}: {f.Message}")));
    }

    private static SubscribeRequest Read(DocumentObject body, InstrumentCatalogue catalogue)
    {
        var sessions = (body.OptionalUnlessNull("sessions")?.AsArray(MostSessions) ?? []).Select(node => node.AsText(200)).OfType<string>();
        var instruments = new List<int>();
        foreach (var node in body.OptionalUnlessNull("symbols")?.AsArray(MostSymbols) ?? [])
        {
            if (node.AsText() is not { } symbol)
                continue;
            if (InstrumentLookup.TryFind(catalogue, symbol, out var index))
                instruments.Add(index);
            else
                node.Fault("unknown_symbol", $"There is no instrument {symbol}; symbols are written venue:SYMBOL.");
        }

        var channels = ChannelSet.None;
        foreach (var node in body.OptionalUnlessNull("channels")?.AsArray(Live.Channels.Names.Count) ?? [])
            channels |= node.AsOneOf(Live.Channels.Names, "unknown_channel") ?? ChannelSet.None;

        var request = new SubscribeRequest(
            [.. sessions.Distinct()], [.. instruments.Distinct()], channels == ChannelSet.None ? ChannelSet.All : channels);
        body.RefuseTheRest();
        return request;
    }
}
