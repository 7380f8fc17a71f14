using Draizer.Domain.Markets;
using Draizer.Grains.Events;
using Draizer.Trading.Ports;

namespace Draizer.Grains.Hosting;

/// <summary>What the host gives each grain.</summary>
internal sealed record SessionServices(
    IStore Store, ICommandPort Commands, IIndicatorReadings Indicators, IMarketReadings Markets, InstrumentCatalogue Catalogue,
    ISessionEvents Events, SessionHostOptions Options, TimeProvider Time, Action<string, Exception> OnError, CancellationToken Lifetime)
{
    /// <summary>Unix microseconds.</summary>
    public long NowUs => (Time.GetUtcNow() - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;

    /// <summary>The store's answer, or a time-out: a session must not stand still because its database does.</summary>
    public Task<T> AskStoreAsync<T>(Func<IStore, CancellationToken, Task<T>> ask) =>
        ask(Store, Lifetime).WaitAsync(Options.StoreTimeout, Time, Lifetime);
}
