using Draizer.Storage.Writing;

namespace Draizer.Api.Hosting;

/// <summary>Lets a reader of the store see what the core published before it asked.</summary>
public static class StoreCatchUp
{
    // A database that is down must not hold readers up for long: they then see what it has.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    public static async Task CatchUpAsync(this StoreWriter writer, CancellationToken cancellationToken)
    {
        try
        {
            await writer.FlushAsync(cancellationToken).WaitAsync(Patience, cancellationToken);
        }
        catch (TimeoutException)
        {
        }
    }
}
