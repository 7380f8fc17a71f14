namespace Draizer.Domain.Orders;

/// <summary>Every reason for which an order or a command is refused, in the words that users see. Stable: clients match on them.</summary>
public static class RefusalCode
{
    public const string BelowMinimum = "below_minimum";
    public const string MaxPositionSize = "max_position_size";
    public const string MaxOpenPositions = "max_open_positions";
    public const string InsufficientMargin = "insufficient_margin";
    public const string MaxLeverage = "max_leverage";
    public const string StaleMarket = "stale_market";
    public const string WideMarket = "wide_market";
    public const string EngineLag = "engine_lag";
    public const string NoMarketData = "no_market_data";
    public const string NothingToReduce = "nothing_to_reduce";
    public const string UnknownSession = "unknown_session";
    public const string SessionNotRunning = "session_not_running";
    public const string NoPosition = "no_position";
    public const string UnknownInstrument = "unknown_instrument";
    public const string SessionExists = "session_exists";
    public const string AlreadyClosing = "already_closing";
    public const string IntentBudget = "intent_budget";
    public const string InternalError = "internal_error";
}
