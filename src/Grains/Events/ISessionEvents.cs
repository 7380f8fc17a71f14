namespace Draizer.Grains.Events;

/// <summary>Where sessions tell what happened. Called in order for one session, from many threads for several; must not wait.</summary>
public interface ISessionEvents
{
    void OnEvent(SessionEvent sessionEvent);

    /// <summary>Whether anybody looks at a session: what is only for the eye is not made for nobody.</summary>
    bool IsWatched(string sessionId) => true;
}

/// <summary>Something to tell those who watch a session.</summary>
/// <param name="Sequence">Counts up by one per session for events that must not be lost; null for those of which only the newest matters.</param>
/// <param name="Data">An immutable record of the domain or of this project.</param>
/// <param name="ConflationKey">Of events without a sequence: a later one with the same key takes the place of an earlier one.</param>
public sealed record SessionEvent(string SessionId, string Name, long? Sequence, long TimeUs, object Data, string? ConflationKey);
