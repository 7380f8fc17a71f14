using Draizer.Api.Security;
using Draizer.Pipeline.Engine;

namespace Draizer.Api.Hosting;

/// <summary>What a server is started with.</summary>
public sealed record ServerOptions
{
    /// <summary>Addresses to listen at, loopback only.</summary>
    public IReadOnlyList<string> Urls { get; init; } = ["http://127.0.0.1:8080"];

    /// <summary>Where the database lies.</summary>
    public string DataDirectory { get; init; } = "data";

    /// <summary>The built dashboard; null serves none.</summary>
    public string? DashboardDirectory { get; init; }

    /// <summary>Starts a session that shows what the engine does.</summary>
    public bool Demo { get; init; }

    /// <summary>Symbols of the simulated market.</summary>
    public int Symbols { get; init; } = 20;

    /// <summary>Seed of the simulated market; null takes one from the clock and logs it.</summary>
    public ulong? Seed { get; init; }

    /// <summary>Stores quotes too, not only trades, marks and funding.</summary>
    public bool RecordQuotes { get; init; }

    /// <summary>How much of the past the market has when it starts.</summary>
    public TimeSpan History { get; init; } = TimeSpan.FromHours(1);

    public EngineOptions Engine { get; init; } = new();

    /// <summary>All that is wrong with these options.</summary>
    public IReadOnlyList<string> Faults()
    {
        var faults = new List<string>(Urls.Select(url => ListenAddress.Read(url).Fault).OfType<string>());
        if (Urls.Count == 0)
            faults.Add("--urls: at least one address is needed.");
        if (string.IsNullOrWhiteSpace(DataDirectory))
            faults.Add("--data: a directory is needed.");
        if (Symbols is < 1 or > 1_000)
            faults.Add("--symbols: must be from 1 to 1,000.");
        if (History < TimeSpan.Zero || History > TimeSpan.FromDays(1))
            faults.Add("--history: must be from 0 to 24 hours.");
        return faults;
    }
}
