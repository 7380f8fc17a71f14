using System.Text.Json;
using System.Xml.Linq;

namespace Draizer.House.Tests;

public sealed class DecisionTests
{
    private const string Folder = "docs/decisions";

    [Fact]
    public void Every_package_is_named_with_its_reason()
    {
        var page = Repository.Read($"{Folder}/dependencies.md");
        var packages = NuGetPackages().Concat(NpmPackages()).ToList();

        Assert.Contains("xunit", packages);
        Assert.DoesNotContain(packages, package => !page.Contains($"`{package}`:", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_decision_is_in_the_index()
    {
        var index = Repository.Read($"{Folder}/README.md");
        var pages = Repository.FilesUnder(Folder, "*.md").Select(Path.GetFileName).Where(page => page != "README.md").ToList();

        Assert.Contains("dependencies.md", pages);
        Assert.DoesNotContain(pages, page => !index.Contains($"({page})", StringComparison.Ordinal));
    }

    private static IEnumerable<string> NuGetPackages() =>
        XDocument.Parse(Repository.Read("Directory.Packages.props"))
            .Descendants("PackageVersion")
            .Select(package => package.Attribute("Include")!.Value);

    private static List<string> NpmPackages()
    {
        if (!File.Exists(Repository.PathOf("web/package.json")))
            return [];

        using var manifest = JsonDocument.Parse(Repository.Read("web/package.json"));
        return [.. new[] { "dependencies", "devDependencies" }
            .Where(kind => manifest.RootElement.TryGetProperty(kind, out _))
            .SelectMany(kind => manifest.RootElement.GetProperty(kind).EnumerateObject())
            .Select(package => package.Name)];
    }
}
