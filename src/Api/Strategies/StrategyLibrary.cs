using System.Collections.Concurrent;
using Draizer.Domain.Strategies;
using Draizer.Trading.Ports;
using Draizer.Trading.Strategies.Documents;
using Draizer.Trading.Strategies.Shipped;

namespace Draizer.Api.Strategies;

/// <summary>A strategy that sessions can be started with by its name.</summary>
public sealed record LibraryStrategy(StrategyDefinition Definition, int Version, bool IsShipped, long? SavedUs);

/// <summary>Shipped and stored strategies by name. A running session keeps the version it started with.</summary>
public sealed class StrategyLibrary(IStore store, TimeProvider time) : IDisposable
{
    private readonly ConcurrentDictionary<string, LibraryStrategy> _byName = new();
    private readonly Dictionary<string, int> _versions = [];
    private readonly SemaphoreSlim _writing = new(1);

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        foreach (var (name, definition) in ShippedStrategies.All)
            _byName[name] = new LibraryStrategy(definition, Version: 1, IsShipped: true, SavedUs: null);

        foreach (var record in await store.ReadStrategiesAsync(cancellationToken))
        {
            // A stored document that a newer program no longer accepts stays in the database, but cannot be started.
            _versions[record.Name] = record.Version;
            if (record.DocumentJson is { } json && StrategyDocument.Parse(json).Definition is { } definition)
                _byName.TryAdd(record.Name, new LibraryStrategy(definition, record.Version, IsShipped: false, record.SavedUs));
        }
    }

    public IReadOnlyList<LibraryStrategy> All() => [.. _byName.Values.OrderBy(s => s.Definition.Name, StringComparer.Ordinal)];

    public LibraryStrategy? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>Adds a version of a strategy.</summary>
    public async Task<LibraryStrategy> SaveAsync(StrategyDefinition definition, CancellationToken cancellationToken)
    {
        await _writing.WaitAsync(cancellationToken);
        try
        {
            var version = NextVersion(definition.Name);
            var savedUs = NowUs();
            await store.SaveStrategyAsync(new StrategyRecord(definition.Name, version, definition.DocumentJson, savedUs), cancellationToken);
            _versions[definition.Name] = version;
            return _byName[definition.Name] = new LibraryStrategy(definition, version, IsShipped: false, savedUs);
        }
        finally
        {
            _writing.Release();
        }
    }

    public async Task DeleteAsync(string name, CancellationToken cancellationToken)
    {
        await _writing.WaitAsync(cancellationToken);
        try
        {
            var version = NextVersion(name);
            await store.SaveStrategyAsync(new StrategyRecord(name, version, DocumentJson: null, NowUs()), cancellationToken);
            _versions[name] = version;
            _byName.TryRemove(name, out _);
        }
        finally
        {
            _writing.Release();
        }
    }

    public void Dispose() => _writing.Dispose();

    private int NextVersion(string name) => _versions.GetValueOrDefault(name) + 1;
    private long NowUs() => (time.GetUtcNow() - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;
}
