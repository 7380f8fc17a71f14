using Draizer.Grains.Hosting;
using Draizer.Trading.Ports;

namespace Draizer.Grains.Sessions;

/// <summary>
/// Saves a session's record. What fails is reported and tried again on the next beat, always with the state of then; a save that hangs
/// is waited out before the next, so that an older state never lands on a newer one.
/// </summary>
internal sealed class RecordKeeper(string sessionId, SessionServices services)
{
    private Task? _hanging;
    private bool _isUrgent;
    private long _triedUs;

    public bool IsDirty { get; private set; }

    public void MarkDirty() => IsDirty = true;

    public bool IsDue(long nowUs) =>
        IsDirty && (_isUrgent || nowUs - _triedUs >= (long)services.Options.SaveInterval.TotalMicroseconds);

    public async ValueTask SaveAsync(SessionRecord record, long nowUs)
    {
        IsDirty = true;
        _isUrgent = true;
        _triedUs = nowUs;
        if (_hanging is { IsCompleted: false })
            return;

        _hanging = null;
        try
        {
            var saving = services.Store.SaveSessionAsync(record, services.Lifetime);
            await WaitAsync(saving);
            IsDirty = false;
            _isUrgent = false;
        }
        catch (Exception e)
        {
            services.OnError(sessionId, e);
        }
    }

    private async Task WaitAsync(Task saving)
    {
        try
        {
            await saving.WaitAsync(services.Options.StoreTimeout, services.Time, services.Lifetime);
        }
        catch (TimeoutException) when (!saving.IsCompleted)
        {
            _hanging = saving;
            throw;
        }
    }
}
