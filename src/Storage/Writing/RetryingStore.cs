using Draizer.Trading.Ports;

namespace Draizer.Storage.Writing;

/// <summary>Writes a batch however often that takes, with growing waits in between.</summary>
/// <param name="stopping">Cuts one wait short, since the time that is left is better used for another try.</param>
/// <param name="abandoning">Ends it: the time for trying is over.</param>
internal sealed class RetryingStore(
    IStore store, StoreWriterOptions options, TimeProvider time, Action<Exception> onError, CancellationToken stopping,
    CancellationToken abandoning)
{
    private volatile Exception? _lastError;

    public Exception? LastError => _lastError;

    /// <returns>False when it was abandoned.</returns>
    public async Task<bool> WriteAsync(StoreBatch batch)
    {
        var delay = options.FirstRetryDelay;
        while (true)
        {
            try
            {
                await store.WriteAsync(batch, abandoning);
                _lastError = null;
                return true;
            }
            catch (OperationCanceledException) when (abandoning.IsCancellationRequested)
            {
                return false;
            }
            catch (Exception error)
            {
                // Whatever it failed with, the rows are kept and tried again.
                _lastError = error;
                onError(error);
            }

            if (!await WaitAsync(delay))
                return false;
            delay = delay * 2 < options.MaxRetryDelay ? delay * 2 : options.MaxRetryDelay;
        }
    }

    private async Task<bool> WaitAsync(TimeSpan delay)
    {
        try
        {
            await Task.Delay(delay, time, stopping.IsCancellationRequested ? abandoning : stopping);
        }
        catch (OperationCanceledException)
        {
            return !abandoning.IsCancellationRequested;
        }

        return true;
    }
}
