using Draizer.Domain.Positions;
using Draizer.Domain.Sessions;
using Draizer.Trading.Ports;

namespace Draizer.Grains.Sessions;

/// <content>What is kept of it.</content>
internal sealed partial class SessionGrain
{
    private ValueTask SaveAsync()
    {
        _record = Present(Math.Max(NowUs, _record!.UpdatedUs + 1));
        return _keeper.SaveAsync(_record, _services.NowUs);
    }

    private SessionRecord Present(long updatedUs) => _record! with
    {
        Status = _status,
        StatusReason = _reason,
        Balance = _portfolio.Balance,
        PeakEquity = _portfolio.PeakEquity,
        MaxDrawdownPct = _portfolio.MaxDrawdownPct,
        Signals = _board.SignalCount,
        Orders = _portfolio.OrderCount,
        Trades = _portfolio.Trades,
        Wins = _portfolio.Wins,
        Losses = _portfolio.Losses,
        OpenPositions = _portfolio.OpenPositionCount,
        StoppedUs = _stoppedUs,
        UpdatedUs = updatedUs,
    };

    private SessionRecord RecordOf(StartRequest request, SessionSpec spec)
    {
        var now = NowUs;
        return new SessionRecord
        {
            SessionId = _id,
            Name = request.Name,
            SessionType = request.SessionType,
            Instruments = [.. spec.Instruments.Select(i => _services.Catalogue[i].ToString())],
            Strategies = spec.Strategies.ToDictionary(d => d.Name, d => d.DocumentJson),
            InitialBalance = request.InitialBalance,
            WarmUpSeconds = request.WarmUpSeconds,
            Realism = request.Realism,
            RiskLimits = request.RiskLimits,
            MaxConcurrentSignals = request.MaxConcurrentSignals,
            IdempotencyKey = request.IdempotencyKey,
            Status = SessionStatus.Starting,
            Balance = new BalanceSnapshot(_services.Options.AccountAsset, request.InitialBalance, request.InitialBalance, 0, 0, 0, 0, 0, 0),
            PeakEquity = request.InitialBalance,
            CreatedUs = now,
            UpdatedUs = now,
        };
    }
}
