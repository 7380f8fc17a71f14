namespace Draizer.Trading.Strategies;

/// <summary>The sessions under way, in the order in which they started, by id and by the instruments they trade.</summary>
internal sealed class SessionRoster
{
    private readonly List<StrategySession> _sessions = [];
    private readonly Dictionary<string, StrategySession> _sessionById = [];
    private readonly List<InstrumentDesk>[] _desksByInstrument;

    public SessionRoster(int instruments)
    {
        _desksByInstrument = new List<InstrumentDesk>[instruments];
        for (var i = 0; i < instruments; i++)
            _desksByInstrument[i] = [];
    }

    public List<StrategySession> All => _sessions;

    public List<InstrumentDesk> DesksOf(int instrument) => _desksByInstrument[instrument];

    public StrategySession? Find(string sessionId) => _sessionById.GetValueOrDefault(sessionId);

    public void Add(StrategySession session)
    {
        _sessions.Add(session);
        _sessionById.Add(session.Id, session);
        foreach (var desk in session.Desks)
            _desksByInstrument[desk.Instrument].Add(desk);
    }

    public void Remove(string sessionId)
    {
        if (!_sessionById.Remove(sessionId, out var session))
            return;

        _sessions.Remove(session);
        foreach (var desk in session.Desks)
            _desksByInstrument[desk.Instrument].Remove(desk);
    }
}
