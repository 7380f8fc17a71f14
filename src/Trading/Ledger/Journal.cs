using Draizer.Trading.Engine;

namespace Draizer.Trading.Ledger;

/// <summary>The double-entry book: running sums of the accounts, and the postings of the operation in hand.</summary>
internal sealed class Journal
{
    private readonly decimal[] _balances = new decimal[Enum.GetValues<LedgerAccount>().Length];
    private readonly decimal[] _fromOutside = new decimal[Enum.GetValues<PostingReason>().Length];
    private Batch<Posting> _operation;

    public ReadOnlySpan<Posting> Operation => _operation.Items;

    public decimal this[LedgerAccount account] => _balances[(int)account];

    public decimal Wallet => this[LedgerAccount.Available] + this[LedgerAccount.Margin] + this[LedgerAccount.Reserved];

    /// <summary>What came in from outside for a reason, less what went out.</summary>
    public decimal Received(PostingReason reason) => _fromOutside[(int)reason];

    public void Begin() => _operation.Clear();

    /// <summary>Moves an amount; a negative one goes the other way.</summary>
    public void Move(LedgerAccount from, LedgerAccount to, decimal amount, PostingReason reason)
    {
        if (amount == 0)
            return;

        Post(from, -amount, reason);
        Post(to, amount, reason);
    }

    public void Verify()
    {
        var sum = 0m;
        foreach (ref readonly var posting in Operation)
            sum += posting.Amount;

        if (sum != 0)
            throw new LedgerCorruptedException($"The postings of an operation add up to {sum}, not to zero.");

        if (Wallet != -this[LedgerAccount.Outside])
            throw new LedgerCorruptedException($"The wallet holds {Wallet}, but {-this[LedgerAccount.Outside]} came from outside.");

        for (var account = LedgerAccount.Available; account < LedgerAccount.Outside; account++)
        {
            if (this[account] < 0)
                throw new LedgerCorruptedException($"{account} is negative: {this[account]}.");
        }
    }

    private void Post(LedgerAccount account, decimal amount, PostingReason reason)
    {
        _operation.Add(new Posting(account, reason, amount));
        _balances[(int)account] += amount;
        if (account == LedgerAccount.Outside)
            _fromOutside[(int)reason] -= amount;
    }
}
