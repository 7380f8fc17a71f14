namespace Draizer.House.Tests;

public sealed class MarkdownLinkTests
{
    private static readonly List<string> Pages = [.. Repository.FilesUnder("", "*.md")];
    private static readonly List<MarkdownLink> Links = [.. Pages.SelectMany(page => MarkdownLink.On(page, Repository.Read(page)))];

    [Fact]
    public void Every_link_between_our_files_leads_somewhere()
    {
        Assert.Contains(Links, link => link is { Page: "README.md", Target: "docs/architecture.md" });
        Assert.DoesNotContain(Links, link => !Exists(link.Target));
    }

    [Fact]
    public void Every_anchor_is_a_heading_of_its_page()
    {
        var withAnchor = Links.Where(link => link.Anchor.Length > 0 && Pages.Contains(link.Target)).ToList();

        Assert.Contains(withAnchor, link => link.Page == "docs/quick-start.md");
        Assert.DoesNotContain(withAnchor, link => !MarkdownLink.AnchorsOf(Repository.Read(link.Target)).Contains(link.Anchor));
    }

    [Theory]
    [InlineData("see [it](b.md)", "docs/b.md", "")]
    [InlineData("![a picture](images/c.svg)", "docs/images/c.svg", "")]
    [InlineData("[up](../README.md#what-there-is)", "README.md", "#what-there-is")]
    [InlineData("[here](#below)", "docs/a.md", "#below")]
    public void A_link_is_read_from_the_page_it_stands_on(string text, string target, string anchor)
    {
        var link = Assert.Single(MarkdownLink.On("docs/a.md", text));

        Assert.Equal((target, anchor), (link.Target, link.Anchor));
    }

    [Theory]
    [InlineData("[elsewhere](https://example.org/a.md)")]
    [InlineData("`[code](b.md)`")]
    [InlineData("```json\n[code](b.md)\n```\n")]
    public void What_is_no_link_to_our_files_is_left_alone(string text) => Assert.Empty(MarkdownLink.On("docs/a.md", text));

    [Theory]
    [InlineData("## How it behaves", "#how-it-behaves")]
    [InlineData("# `draizer serve`, run", "#draizer-serve-run")]
    [InlineData("### A trade, worked out", "#a-trade-worked-out")]
    public void A_heading_makes_an_anchor(string heading, string anchor) =>
        Assert.Equal(anchor, Assert.Single(MarkdownLink.AnchorsOf(heading)));

    private static bool Exists(string target) => File.Exists(Repository.PathOf(target)) || Directory.Exists(Repository.PathOf(target));
}
