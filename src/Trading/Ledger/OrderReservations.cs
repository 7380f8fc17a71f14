using Draizer.Domain.Identity;

namespace Draizer.Trading.Ledger;

/// <summary>What is held back for each working order.</summary>
internal sealed class OrderReservations
{
    private readonly Dictionary<EntityId, decimal> _byOrder = [];

    public decimal Of(EntityId? orderId) => orderId is { } id ? _byOrder.GetValueOrDefault(id) : 0m;

    public void Add(EntityId orderId, decimal amount)
    {
        if (!_byOrder.TryAdd(orderId, amount))
            throw new InvalidOperationException($"Order {orderId} already has a reservation.");
    }

    /// <summary>Forgets an order's reservation and says how much it was.</summary>
    public decimal Remove(EntityId? orderId) => orderId is { } id && _byOrder.Remove(id, out var amount) ? amount : 0m;

    // A sum of exact amounts is the same in any order.
    public decimal Total()
    {
        var sum = 0m;
        foreach (var amount in _byOrder.Values)
            sum += amount;
        return sum;
    }
}
