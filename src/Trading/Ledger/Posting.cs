namespace Draizer.Trading.Ledger;

/// <summary>Where money of the asset can be. All but <see cref="Outside"/> add up to the wallet.</summary>
public enum LedgerAccount : byte
{
    Available,

    /// <summary>Margin of open positions.</summary>
    Margin,

    /// <summary>Held back for working orders.</summary>
    Reserved,

    /// <summary>Depositors, counterparties, the venue: always minus the wallet.</summary>
    Outside,
}

/// <summary>Why money moved.</summary>
public enum PostingReason : byte
{
    Deposit,

    /// <summary>Profit or loss realized by a fill.</summary>
    Fill,
    Fee,
    Funding,
    Liquidation,
    MarginReserve,
    MarginRelease,
    MarginAddition,
    OrderReservation,
    OrderRelease,
}

/// <summary>What one account received, or gave when negative.</summary>
public readonly record struct Posting(LedgerAccount Account, PostingReason Reason, decimal Amount);
