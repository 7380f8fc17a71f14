using Draizer.Grains.Hosting;

namespace Draizer.Grains.Events;

/// <summary>Numbers what a session tells. Owned by its grain.</summary>
internal sealed class EventFeed(string sessionId, SessionServices services)
{
    /// <summary>Of the last numbered event; 0 before the first.</summary>
    public long Sequence { get; private set; }

    public bool IsWatched => services.Events.IsWatched(sessionId);

    /// <summary>Tells what must not be lost.</summary>
    public void Tell(string name, long timeUs, object data) =>
        Send(new SessionEvent(sessionId, name, ++Sequence, timeUs, data, ConflationKey: null));

    /// <summary>Shows what only matters until it changes again.</summary>
    /// <param name="subject">What of the session it is about, where that is not all of it.</param>
    public void Show(string name, long timeUs, object data, string subject = "") =>
        Send(new SessionEvent(sessionId, name, Sequence: null, timeUs, data, $"{name}|{sessionId}|{subject}"));

    // A listener's fault is not the session's: what it is told of has happened.
    private void Send(SessionEvent sessionEvent)
    {
        try
        {
            services.Events.OnEvent(sessionEvent);
        }
        catch (Exception e)
        {
            services.OnError(sessionId, e);
        }
    }
}
