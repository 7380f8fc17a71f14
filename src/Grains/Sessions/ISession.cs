using Draizer.Domain.Positions;
using Draizer.Grains.Performance;
using Draizer.Grains.Strategies;

namespace Draizer.Grains.Sessions;

/// <summary>
/// A session as its callers see it. What is refused for an expected reason is a value; exceptions mean that something is broken.
/// A session that does not exist refuses with <c>unknown_session</c>, or answers null where the reply has no place for a refusal.
/// </summary>
public interface ISession
{
    Task<SessionReply<SessionView>> StartAsync(StartRequest request);

    /// <summary>Stopping a session that has ended changes nothing.</summary>
    Task<SessionReply<SessionView>> StopAsync(bool closePositions);

    Task<SessionReply<SessionView>> PauseAsync();
    Task<SessionReply<SessionView>> ResumeAsync();

    /// <summary>Answers the id of the order that closes the position.</summary>
    /// <param name="instrument">Index in the catalogue.</param>
    /// <param name="quantity">All of it when null.</param>
    Task<SessionReply<string>> ClosePositionAsync(int instrument, decimal? quantity);

    Task<SessionView?> GetAsync();

    /// <summary>Open positions, oldest first.</summary>
    Task<SessionReply<IReadOnlyList<PositionSnapshot>>> GetPositionsAsync();

    /// <summary>By strategy and instrument; none once the session has been loaded from storage.</summary>
    Task<SessionReply<IReadOnlyList<StrategyStateView>>> GetStrategyStatesAsync();

    /// <param name="window">How far to look back; all of it when null.</param>
    Task<SessionReply<PerformanceView>> GetPerformanceAsync(TimeSpan? window);

    /// <summary>Everything a subscriber starts with; the events after it have sequence numbers after its own.</summary>
    Task<SessionSnapshot?> SnapshotAsync();
}
