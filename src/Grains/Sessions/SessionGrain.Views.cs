using Draizer.Domain.Orders;
using Draizer.Domain.Signals;
using Draizer.Grains.Events;
using Draizer.Grains.Performance;
using Draizer.Trading.Ports;

namespace Draizer.Grains.Sessions;

/// <content>What it shows.</content>
internal sealed partial class SessionGrain
{
    private const int OrdersShown = 50;
    private const int SignalsShown = 100;

    // A long session's trades are partly in the database; nobody needs them read again each second.
    private const int BeatsPerStoreRead = 30;

    private int _beatsSinceStoreRead = BeatsPerStoreRead;
    private decimal? _equityShown;

    // The numbers of an ended session stand still, so its clocks do too.
    private long ShownUs => _stoppedUs ?? NowUs;

    private Task<PerformanceView> PerformanceAsync(TimeSpan? window) => _performance.OfAsync(
        _record!.InitialBalance, new EquityPoint(ShownUs, _portfolio.Balance.Equity), _record.CreatedUs, window);

    private async Task<SessionSnapshot> SnapshotAsync()
    {
        var (orders, signals) = _isFromStorage ? await StoredAsync() : (_portfolio.Orders(), _board.Signals());
        return new SessionSnapshot(
            View, _feed.Sequence, _portfolio.OpenPositions(), orders, signals, _board.Views(ShownUs), _portfolio.Balance);
    }

    private async Task<(IReadOnlyList<OrderSnapshot> Orders, IReadOnlyList<SignalSnapshot> Signals)> StoredAsync()
    {
        var orders = await _services.AskStoreAsync((s, token) => s.ReadOrdersAsync(new OrderQuery(_id, Limit: OrdersShown), token));
        var signals = await _services.AskStoreAsync((s, token) => s.ReadSignalsAsync(new SignalQuery(_id, Limit: SignalsShown), token));
        return ([.. orders.Items.Select(o => o.Value)], [.. signals.Items.Select(s => s.Value)]);
    }

    private async ValueTask ShowNumbersAsync()
    {
        if (!_feed.IsWatched)
            return;

        var now = NowUs;
        if (_portfolio.Balance.Equity != _equityShown)
            ShowBalance(now);
        foreach (var groups in _board.Groups(now))
            _feed.Show(SessionEventNames.IndicatorUpdated, now, groups, $"{groups.StrategyName}|{groups.Instrument}");

        _beatsSinceStoreRead++;
        if (_performance.IsInMemory || _beatsSinceStoreRead >= BeatsPerStoreRead)
        {
            _beatsSinceStoreRead = 0;
            _feed.Show(SessionEventNames.PerformanceUpdated, now, await PerformanceAsync(window: null) with { Curve = [] });
        }
    }

    private void ShowBalance(long timeUs)
    {
        _equityShown = _portfolio.Balance.Equity;
        _feed.Show(SessionEventNames.BalanceUpdated, timeUs, _portfolio.Balance);
    }
}
