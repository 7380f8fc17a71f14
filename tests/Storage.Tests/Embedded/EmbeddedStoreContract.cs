using Draizer.Storage.Embedded;
using Draizer.Trading.Ports;

namespace Draizer.Storage.Tests.Embedded;

public sealed class EmbeddedStoreContract : StoreContract, IDisposable
{
    private readonly TempFolder _folder = new();

    private protected override IStore Create() => EmbeddedStore.Open(_folder.File("draizer.db"), Samples.Catalogue);

    public void Dispose() => _folder.Dispose();
}
