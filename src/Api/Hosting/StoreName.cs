using Draizer.Storage.Embedded;
using Draizer.Trading.Ports;

namespace Draizer.Api.Hosting;

/// <summary>What a store is called where users see it.</summary>
public static class StoreName
{
    public static string Of(IStore store) => store is EmbeddedStore ? "embedded" : store.GetType().Name;
}
