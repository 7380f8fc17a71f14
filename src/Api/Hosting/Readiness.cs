using System.Collections.Concurrent;

namespace Draizer.Api.Hosting;

/// <summary>Which parts are up, and why one is not.</summary>
public sealed class Readiness
{
    private readonly ConcurrentDictionary<string, ReadinessCheck> _checks = new()
    {
        ["engine"] = new ReadinessCheck("engine", Ok: false, "warming up"),
        ["store"] = new ReadinessCheck("store", Ok: false, "opening"),
        ["venues"] = new ReadinessCheck("venues", Ok: false, "starting"),
    };

    public bool IsReady => _checks.Values.All(c => c.Ok);

    public void Report(string name, bool isOk, string detail) => _checks[name] = new ReadinessCheck(name, isOk, detail);

    public bool IsUp(string name) => _checks.TryGetValue(name, out var check) && check.Ok;

    public IReadOnlyList<ReadinessCheck> Checks() => [.. _checks.Values.OrderBy(c => c.Name, StringComparer.Ordinal)];
}

/// <summary>One part, and whether it is up.</summary>
public sealed record ReadinessCheck(string Name, bool Ok, string Detail);
