namespace Draizer.Browser.Tests;

/// <summary>A test that needs Chromium; skipped, with its reason, where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ChromiumFactAttribute : FactAttribute
{
    public const string Path = "/usr/bin/chromium";

    public ChromiumFactAttribute()
    {
        if (!File.Exists(Path))
            Skip = $"There is no Chromium at {Path}.";
        else if (!Directory.Exists(Desk.DashboardDirectory))
            Skip = $"The dashboard is not built: there is no {Desk.DashboardDirectory}.";
    }
}
