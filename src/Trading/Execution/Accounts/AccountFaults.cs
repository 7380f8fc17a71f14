using Draizer.Domain.Orders;
using Draizer.Domain.Outputs;
using Draizer.Domain.Sessions;
using Draizer.Trading.Execution.Orders;

namespace Draizer.Trading.Execution.Accounts;

/// <summary>Stops an account that ran into an error, so that one bad session never stops the others.</summary>
public sealed class AccountFaults(OutputLog log, OrderStates states)
{
    private const string Code = "execution_error";

    /// <summary>Whether the error concerns the account at work and nothing else.</summary>
    public static bool CanContain(Exception exception) => exception is not OutOfMemoryException;

    public void Stop(Account account, Exception exception, long timeUs)
    {
        account.Status = SessionStatus.Error;
        log.Add(new AlertRaised(
            log.Stamp(timeUs), account.SessionId, AlertSeverity.Critical, Code,
            $"The session was stopped by an error: {exception.Message}", Instrument: null));
        log.Add(new SessionStatusChanged(log.Stamp(timeUs), account.SessionId, SessionStatus.Error, Code));
        EndOrders(account, timeUs);
    }

    private void EndOrders(Account account, long timeUs)
    {
        foreach (var order in account.Working.ToArray())
        {
            try
            {
                states.End(order, OrderStatus.Cancelled, RefusalCode.InternalError, timeUs);
            }
            catch (Exception exception) when (CanContain(exception))
            {
                // The account itself is broken; what counts is that the venue does not fill the order any more.
                order.Status = OrderStatus.Cancelled;
                account.Remove(order);
            }
        }
    }
}
