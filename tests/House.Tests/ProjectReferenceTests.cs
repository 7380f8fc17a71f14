using System.Xml.Linq;

namespace Draizer.House.Tests;

public sealed class ProjectReferenceTests
{
    private static readonly List<string> Projects = [.. Repository.FilesUnder("src", "*.csproj")];

    [Fact]
    public void Every_project_under_src_has_its_place_in_the_drawing() =>
        Assert.Equal(ProjectArrows.Known.Order(), Projects.Select(ProjectArrows.NameOf).Order());

    [Fact]
    public void Projects_refer_only_to_those_they_may_use()
    {
        var arrows = Projects.SelectMany(ProjectArrows.Of).ToList();

        Assert.Contains(("Trading", "Domain"), arrows);
        Assert.DoesNotContain(arrows, arrow => !ProjectArrows.IsDrawn(arrow.From, arrow.To));
    }

    [Theory]
    [InlineData("Domain", "Trading")]
    [InlineData("Trading", "Pipeline")]
    [InlineData("Pipeline", "Storage")]
    [InlineData("Grains", "Pipeline")]
    [InlineData("Api", "Cli")]
    [InlineData("Elsewhere", "Domain")]
    public void An_arrow_that_is_not_drawn_is_refused(string from, string to) => Assert.False(ProjectArrows.IsDrawn(from, to));

    [Theory]
    [InlineData("Domain")]
    [InlineData("Trading")]
    public void The_core_has_no_packages(string project)
    {
        var file = XDocument.Parse(Repository.Read($"src/{project}/Draizer.{project}.csproj"));

        Assert.Empty(file.Descendants("PackageReference"));
        Assert.Empty(file.Descendants("FrameworkReference"));
    }
}
