using System.Diagnostics;
using Draizer.Domain.Commands;
using Draizer.Domain.Markets;
using Draizer.Pipeline.Ingress;
using Draizer.Trading.Engine;

namespace Draizer.Pipeline.Engine;

/// <summary>The ways in: history, then what is live, or else a replay.</summary>
public sealed partial class TradingEngine
{
    private static readonly TimeSpan ClockInterval = TimeSpan.FromSeconds(1);

    /// <summary>Feeds an event of the past; waits while the engine is behind.</summary>
    /// <param name="isStored">It came from the store.</param>
    public void FeedHistory(in MarketEvent marketEvent, long timeUs, bool isStored)
    {
        Demand(!_isLive, "History ended when the engine went live.");
        PutAt(timeUs, new IngressItem
        {
            Kind = InputKind.Market,
            Market = marketEvent,
            TimeUs = timeUs,
            IsHistory = true,
            IsStored = isStored,
        });
    }

    /// <summary>History ends here: the boot epoch is sequenced, the clock starts, and venues and commands may come.</summary>
    public void GoLive()
    {
        lock (_lifecycle)
        {
            ObjectDisposedException.ThrowIf(_ending is not null, this);
            DemandStarted();
            Demand(!_isLive, "The engine is live already.");
            _gate.Put(new IngressItem { Kind = InputKind.Boot });

            // Where there is no room there are inputs, and they bring the time with them.
            _clock = _time.CreateTimer(_ => _gate.TryPut(new IngressItem { Kind = InputKind.Clock }), null, ClockInterval, ClockInterval);
            _isLive = true;
            _live.TrySetResult();
        }
    }

    /// <summary>Takes an event of now; one that comes after the end is dropped.</summary>
    public void OnMarketEvent(in MarketEvent marketEvent)
    {
        // What is stamped now must not come before history, whose times would then all be later than now.
        Demand(_isLive, "Venues are connected once the engine is live.");
        _gate.Put(new IngressItem
        {
            Kind = InputKind.Market,
            Market = marketEvent,
            IngestTimestamp = Stopwatch.GetTimestamp(),
        });
    }

    /// <summary>Sends a command, once the engine is live.</summary>
    public async Task<CommandResult> SubmitAsync(Command command, CancellationToken cancellationToken)
    {
        await _live.Task.WaitAsync(cancellationToken);
        return await Submit(command, timeUs: 0).WaitAsync(cancellationToken);
    }

    /// <summary>An event at a time that is known, as in a recording; the caller keeps such times in order.</summary>
    public void Replay(in MarketEvent marketEvent, long timeUs) =>
        PutAt(timeUs, new IngressItem { Kind = InputKind.Market, Market = marketEvent, TimeUs = timeUs });

    /// <summary>The boot of a replay.</summary>
    public void ReplayBoot(long timeUs) => PutAt(timeUs, new IngressItem { Kind = InputKind.Boot, TimeUs = timeUs });

    /// <summary>A command at a time that is known.</summary>
    public Task<CommandResult> Replay(Command command, long timeUs)
    {
        DemandTime(timeUs);
        DemandStarted();
        return Submit(command, timeUs);
    }

    private void PutAt(long timeUs, in IngressItem item)
    {
        DemandTime(timeUs);
        DemandStarted();
        _gate.Put(item);
    }

    private Task<CommandResult> Submit(Command command, long timeUs)
    {
        var (id, answer) = _pending.Add();
        _gate.Put(new IngressItem
        {
            Kind = InputKind.Command,
            Command = command,
            CorrelationId = id,
            TimeUs = timeUs,
            IngestTimestamp = Stopwatch.GetTimestamp(),
        });
        return answer;
    }

    private static void DemandTime(long timeUs) => ArgumentOutOfRangeException.ThrowIfNegativeOrZero(timeUs);
}
