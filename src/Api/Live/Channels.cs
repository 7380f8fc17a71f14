namespace Draizer.Api.Live;

/// <summary>Events grouped by what a client may choose.</summary>
[Flags]
public enum ChannelSet
{
    None = 0,
    Orders = 1 << 0,
    Positions = 1 << 1,
    Signals = 1 << 2,
    Strategies = 1 << 3,
    Sessions = 1 << 4,
    Alerts = 1 << 5,
    Balances = 1 << 6,
    Performance = 1 << 7,
    Ticks = 1 << 8,
    Indicators = 1 << 9,
    All = (1 << 10) - 1,
}

/// <summary>The names of channels, and which events they carry.</summary>
public static class Channels
{
    private static readonly Dictionary<string, ChannelSet> ByEvent = new()
    {
        ["order_created"] = ChannelSet.Orders,
        ["order_updated"] = ChannelSet.Orders,
        ["order_filled"] = ChannelSet.Orders,
        ["order_cancelled"] = ChannelSet.Orders,
        ["order_rejected"] = ChannelSet.Orders,
        ["position_opened"] = ChannelSet.Positions,
        ["position_closed"] = ChannelSet.Positions,
        ["position_updated"] = ChannelSet.Positions,
        ["signal_generated"] = ChannelSet.Signals,
        ["strategy_state_changed"] = ChannelSet.Strategies,
        ["indicator_updated"] = ChannelSet.Indicators,
        ["session_status"] = ChannelSet.Sessions,
        ["risk_alert"] = ChannelSet.Alerts,
        ["balance_updated"] = ChannelSet.Balances,
        ["performance_updated"] = ChannelSet.Performance,
        ["tick"] = ChannelSet.Ticks,
    };

    public static IReadOnlyList<KeyValuePair<string, ChannelSet>> Names { get; } =
    [
        new("orders", ChannelSet.Orders), new("positions", ChannelSet.Positions), new("signals", ChannelSet.Signals),
        new("strategies", ChannelSet.Strategies), new("sessions", ChannelSet.Sessions), new("alerts", ChannelSet.Alerts),
        new("balances", ChannelSet.Balances), new("performance", ChannelSet.Performance), new("ticks", ChannelSet.Ticks),
        new("indicators", ChannelSet.Indicators),
    ];

    public static ChannelSet Of(string eventName) =>
        ByEvent.TryGetValue(eventName, out var channel) ? channel : throw new ArgumentException($"No channel carries {eventName}.", nameof(eventName));
}
