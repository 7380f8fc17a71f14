using Draizer.Domain.Identity;
using Draizer.Domain.Positions;
using Draizer.Trading.Engine;
using Draizer.Trading.Execution.Accounts;
using Draizer.Trading.Ledger;

namespace Draizer.Trading.Execution.Orders;

/// <summary>Writes the reports that strategies wait for, each due one report latency after what it tells.</summary>
public sealed class ReportDesk(IReportSink sink)
{
    /// <summary>
    /// No report is due before this plus its latency. While an event is processed this is the event's time, even for what happened a
    /// little before it: the strategy stage may have gone on to events up to one latency later, and must not have missed anything.
    /// </summary>
    public long NotBeforeUs { get; set; }

    /// <summary>The entry was refused, or ended with nothing filled.</summary>
    public void EntryRefused(WorkingOrder order, string reason, long timeUs)
    {
        if (order.Strategy is { } strategy)
        {
            sink.Enqueue(
                Of(ReportKind.EntryRefused, order.Account, strategy, order.InstrumentIndex, timeUs) with { Reason = reason, OrderId = order.Id });
        }
    }

    public void EntryFilled(WorkingOrder order, LedgerPosition position, long timeUs)
    {
        if (order.Strategy is { } strategy)
            sink.Enqueue(OfPosition(ReportKind.EntryFilled, order.Account, strategy, position, order.Id, timeUs));
    }

    public void ExitRejected(Account account, string strategy, int instrument, string reason, long timeUs) =>
        sink.Enqueue(Of(ReportKind.ExitRejected, account, strategy, instrument, timeUs) with { Reason = reason });

    public void PositionChanged(Account account, HeldPosition held, LedgerPosition position, EntityId? orderId, long timeUs)
    {
        if (held.Strategy is { } strategy)
            sink.Enqueue(OfPosition(ReportKind.PositionChanged, account, strategy, position, orderId, timeUs));
    }

    public void Flat(Account account, HeldPosition held, CloseReason reason, EntityId? orderId, long timeUs)
    {
        if (held.Strategy is { } strategy)
        {
            sink.Enqueue(
                Of(ReportKind.Flat, account, strategy, held.InstrumentIndex, timeUs) with { CloseReason = reason, OrderId = orderId });
        }
    }

    private Report OfPosition(
        ReportKind kind, Account account, string strategy, LedgerPosition position, EntityId? orderId, long timeUs) =>
        Of(kind, account, strategy, position.Instrument, timeUs) with
        {
            OrderId = orderId,
            Quantity = position.Quantity,
            Side = position.Side,
            EntryPrice = position.EntryPrice,
            Margin = position.Margin,
            OpenedUs = position.OpenedUs,
        };

    private Report Of(ReportKind kind, Account account, string strategy, int instrument, long timeUs) => new()
    {
        Kind = kind,
        SessionId = account.SessionId,
        Strategy = strategy,
        Instrument = instrument,
        DueUs = Math.Max(timeUs, NotBeforeUs) + (account.Spec.Realism.ReportLatencyMs * 1_000L),
    };
}
