using System.Xml.Linq;

namespace Draizer.House.Tests;

/// <summary>Who may use whom. What is not drawn here is refused.</summary>
internal static class ProjectArrows
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Domain"] = [],
        ["Trading"] = ["Domain"],
        ["Pipeline"] = ["Trading", "Domain"],
        ["Venues"] = ["Trading", "Domain"],
        ["Storage"] = ["Trading", "Domain"],
        ["Grains"] = ["Trading", "Domain"],
        ["Api"] = ["Pipeline", "Venues", "Storage", "Grains", "Trading", "Domain"],
        ["Cli"] = ["Api", "Pipeline", "Venues", "Storage", "Grains", "Trading", "Domain"],
    };

    public static IEnumerable<string> Known => Allowed.Keys;

    public static bool IsDrawn(string from, string to) => Allowed.TryGetValue(from, out var targets) && targets.Contains(to);

    /// <summary>The arrows a project file draws, by the names of the projects.</summary>
    public static IEnumerable<(string From, string To)> Of(string projectFile)
    {
        var from = NameOf(projectFile);
        return XDocument.Parse(Repository.Read(projectFile))
            .Descendants("ProjectReference")
            .Select(reference => (from, NameOf(reference.Attribute("Include")!.Value)));
    }

    public static string NameOf(string projectFile) =>
        Path.GetFileNameWithoutExtension(projectFile.Replace('\\', '/')).Replace("Draizer.", "");
}
