using Draizer.Domain.Commands;
using Draizer.Domain.Money;
using Draizer.Domain.Orders;
using Draizer.Domain.Outputs;
using Draizer.Domain.Positions;
using Draizer.Domain.Sessions;
using Draizer.Trading.Engine;
using Draizer.Trading.Execution.Accounts;
using Draizer.Trading.Execution.Orders;

namespace Draizer.Trading.Execution;

/// <summary>Carries out the commands of users and grains, and answers each.</summary>
public sealed class CommandDesk(
    AccountBook accounts, HolderIndex holders, CloseDesk closes, OrderStates states, AccountFaults faults, OutputLog log, ExecutionOptions options)
{
    private bool _isAnyStopping;

    public void Handle(in EngineEvent e)
    {
        var command = e.Command!;
        var result = Answer(command, e.TimeUs);
        log.Add(new CommandAnswered(log.Stamp(e.TimeUs), command.SessionId, e.CorrelationId, result));
    }

    /// <summary>A stopping session has stopped once nothing is held and nothing is working.</summary>
    public void EndWhatIsFlat(long timeUs)
    {
        if (!_isAnyStopping)
            return;

        _isAnyStopping = false;
        foreach (var account in accounts.All)
        {
            if (account.Status != SessionStatus.Stopping)
                continue;
            if (account.IsFlat)
                End(account, timeUs);
            else
                _isAnyStopping = true;
        }
    }

    /// <summary>Ends a session whose strategies failed: everything is closed, and once it is flat it stands in ERROR.</summary>
    public void Fail(Account account, string code, long timeUs)
    {
        if (!account.IsLive || account.Failure is not null)
            return;

        account.Failure = code;
        SetStatus(account, SessionStatus.Stopping, code, timeUs);
        _isAnyStopping = true;
        CancelEntries(account, timeUs);
        CloseEverything(account, timeUs);
    }

    // Somebody waits for the answer, so there is one whatever happens.
    private CommandResult Answer(Command command, long timeUs)
    {
        var account = accounts.Find(command.SessionId);
        try
        {
            return command is StartSession start ? Start(start, account, timeUs)
                : account is not null ? Handle(command, account, timeUs)
                : new CommandResult(RefusalCode.UnknownSession, $"There is no session {command.SessionId} in the engine.");
        }
        catch (Exception exception) when (AccountFaults.CanContain(exception))
        {
            if (account is not null)
                faults.Stop(account, exception, timeUs);
            return new CommandResult(RefusalCode.InternalError, exception.Message);
        }
    }

    private CommandResult Start(StartSession start, Account? existing, long timeUs)
    {
        if (existing is not null)
            return new CommandResult(RefusalCode.SessionExists, $"Session {start.SessionId} is already there.");

        var account = new Account(start.Spec, options.AccountAsset);
        accounts.Add(account);
        SetStatus(account, SessionStatus.Running, reason: null, timeUs);
        log.Add(new BalanceChanged(log.Stamp(timeUs), account.SessionId, account.Balance()));
        log.Add(new EquitySampled(log.Stamp(timeUs), account.SessionId, account.Balance()));
        return CommandResult.Done;
    }

    private CommandResult Handle(Command command, Account account, long timeUs) => command switch
    {
        PauseSession => Switch(account, from: SessionStatus.Running, to: SessionStatus.Paused, timeUs),
        ResumeSession => Switch(account, from: SessionStatus.Paused, to: SessionStatus.Running, timeUs),
        StopSession stop => Stop(account, stop.ClosePositions, timeUs),
        ClosePosition close => Close(account, close, timeUs),
        ReleaseSession => Release(account, timeUs),
        _ => throw new InvalidOperationException($"No desk for a {command.GetType().Name}."),
    };

    private CommandResult Switch(Account account, SessionStatus from, SessionStatus to, long timeUs)
    {
        if (account.Status == to)
            return CommandResult.Done;
        if (account.Status != from)
            return NotRunning(account);

        SetStatus(account, to, reason: null, timeUs);
        return CommandResult.Done;
    }

    private CommandResult Stop(Account account, bool closePositions, long timeUs)
    {
        if (account.Status == SessionStatus.Stopped)
            return CommandResult.Done;

        // From an error too: it is the way to get out of what the session left behind.
        if (account.Status != SessionStatus.Stopping)
            SetStatus(account, SessionStatus.Stopping, closePositions ? "close_positions" : "until_flat", timeUs);

        _isAnyStopping = true;
        CancelEntries(account, timeUs);
        if (closePositions)
            CloseEverything(account, timeUs);
        return CommandResult.Done;
    }

    // Entries on their way would open a position that nobody asks for any more.
    private void CancelEntries(Account account, long timeUs)
    {
        foreach (var order in account.Working.ToArray())
        {
            if (!order.IsReduceOnly)
                states.End(order, OrderStatus.Cancelled, RefusalCode.SessionNotRunning, timeUs);
        }
    }

    private void CloseEverything(Account account, long timeUs)
    {
        foreach (var position in account.Ledger.OpenPositions.ToArray())
        {
            closes.CloseAtMarket(
                account, account.HeldOn(position.Instrument)!, OrderOrigin.SessionStop, CloseReason.SessionStop, timeUs);
        }
    }

    private CommandResult Close(Account account, ClosePosition close, long timeUs)
    {
        if (!account.IsLive)
            return NotRunning(account);
        if (account.HeldOn(close.Instrument) is not { } held)
            return new CommandResult(RefusalCode.NoPosition, "There is no open position in this instrument.");

        var whole = account.Ledger.PositionOf(close.Instrument)!.Quantity;
        var quantity = close.Quantity is { } wanted && wanted < whole ? Exact.FloorTo(wanted, held.Instrument.LotSize) : whole;
        if (quantity <= 0)
            return new CommandResult(RefusalCode.BelowMinimum, $"The quantity is less than one lot of {held.Instrument.LotSize}.");
        if (held.ClosingOrder is { } closing && closing.Type != OrderType.Limit)
            return new CommandResult(RefusalCode.AlreadyClosing, "An order that closes this position is on its way already.");

        var order = quantity < whole
            ? closes.ReduceAtMarket(account, held, quantity, OrderOrigin.Manual, CloseReason.Manual, timeUs)
            : closes.CloseAtMarket(account, held, OrderOrigin.Manual, CloseReason.Manual, timeUs);
        return CommandResult.Done with { OrderId = order!.Id.ToString() };
    }

    private CommandResult Release(Account account, long timeUs)
    {
        // The stages before this one have forgotten it already, so a session that had not ended does so here: nobody would close what it holds.
        if (account.IsLive)
        {
            foreach (var order in account.Working.ToArray())
                states.End(order, OrderStatus.Cancelled, RefusalCode.SessionNotRunning, timeUs);
            SetStatus(account, SessionStatus.Error, "released_while_live", timeUs);
        }

        foreach (var position in account.Ledger.OpenPositions)
            holders.Remove(position.Instrument, account);
        accounts.Remove(account);
        return CommandResult.Done;
    }

    private void End(Account account, long timeUs)
    {
        log.Add(new EquitySampled(log.Stamp(timeUs), account.SessionId, account.Balance()));
        SetStatus(account, account.Failure is null ? SessionStatus.Stopped : SessionStatus.Error, account.Failure, timeUs);
    }

    private void SetStatus(Account account, SessionStatus status, string? reason, long timeUs)
    {
        account.Status = status;
        log.Add(new SessionStatusChanged(log.Stamp(timeUs), account.SessionId, status, reason));
    }

    private static CommandResult NotRunning(Account account) =>
        new(RefusalCode.SessionNotRunning, $"The session is {account.Status.ToString().ToUpperInvariant()}.");
}
