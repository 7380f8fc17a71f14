namespace Draizer.Trading.Execution.Accounts;

/// <summary>All accounts, in the order in which their sessions started.</summary>
public sealed class AccountBook
{
    private readonly Dictionary<string, Account> _byId = [];

    // A list by its own type, so that walking it on every event allocates nothing.
    public List<Account> All { get; } = [];

    public Account? Find(string sessionId) => _byId.GetValueOrDefault(sessionId);

    public void Add(Account account)
    {
        _byId.Add(account.SessionId, account);
        All.Add(account);
    }

    public void Remove(Account account)
    {
        _byId.Remove(account.SessionId);
        All.Remove(account);
    }
}
