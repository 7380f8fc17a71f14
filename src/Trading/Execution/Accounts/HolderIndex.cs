namespace Draizer.Trading.Execution.Accounts;

/// <summary>Which accounts hold a position in an instrument, so that a price touches only those.</summary>
public sealed class HolderIndex
{
    private readonly List<Account>[] _holders;

    public HolderIndex(int instrumentCount)
    {
        _holders = new List<Account>[instrumentCount];
        for (var i = 0; i < _holders.Length; i++)
            _holders[i] = [];
    }

    public List<Account> Of(int instrument) => _holders[instrument];
    public void Add(int instrument, Account account) => _holders[instrument].Add(account);
    public void Remove(int instrument, Account account) => _holders[instrument].Remove(account);
}
