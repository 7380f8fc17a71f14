using Draizer.Domain.Positions;
using Draizer.Grains.Hosting;
using Draizer.Grains.Performance;
using Draizer.Grains.Strategies;

namespace Draizer.Grains.Sessions;

/// <summary>Turns calls into messages. Holds no state of the session.</summary>
internal sealed class SessionReference(string sessionId, SessionHost host) : ISession
{
    public Task<SessionReply<SessionView>> StartAsync(StartRequest request) =>
        request.SessionId == sessionId
            ? host.AskAsync(sessionId, new StartMessage(request))
            : throw new ArgumentException($"A request for {request.SessionId} was sent to {sessionId}.", nameof(request));

    public Task<SessionReply<SessionView>> StopAsync(bool closePositions) => host.AskAsync(sessionId, new StopMessage(closePositions));

    public Task<SessionReply<SessionView>> PauseAsync() => host.AskAsync(sessionId, new PauseMessage());

    public Task<SessionReply<SessionView>> ResumeAsync() => host.AskAsync(sessionId, new ResumeMessage());

    public Task<SessionReply<string>> ClosePositionAsync(int instrument, decimal? quantity) =>
        host.AskAsync(sessionId, new ClosePositionMessage(instrument, quantity));

    public Task<SessionView?> GetAsync() => host.AskAsync(sessionId, new GetMessage());

    public Task<SessionReply<IReadOnlyList<PositionSnapshot>>> GetPositionsAsync() => host.AskAsync(sessionId, new GetPositionsMessage());

    public Task<SessionReply<IReadOnlyList<StrategyStateView>>> GetStrategyStatesAsync() =>
        host.AskAsync(sessionId, new GetStrategyStatesMessage());

    public Task<SessionReply<PerformanceView>> GetPerformanceAsync(TimeSpan? window) =>
        host.AskAsync(sessionId, new GetPerformanceMessage(window));

    public Task<SessionSnapshot?> SnapshotAsync() => host.AskAsync(sessionId, new SnapshotMessage());
}
