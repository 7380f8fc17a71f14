namespace Draizer.Trading.Ledger;

/// <summary>An equation that always holds did not. Only a bug can cause it, and no figure of the ledger can be trusted after it.</summary>
public sealed class LedgerCorruptedException(string message) : Exception(message);
