using Draizer.Domain.Orders;
using Draizer.Trading.Execution.Orders;

namespace Draizer.Trading.Execution.Paper;

/// <summary>Who hears what became of an order at the venue.</summary>
public interface IVenueReports
{
    void OnFill(WorkingOrder order, decimal quantity, decimal price, long timeUs);
    void OnEnded(WorkingOrder order, OrderStatus status, string reason, long timeUs);
    void OnResting(WorkingOrder order, long timeUs);
}
