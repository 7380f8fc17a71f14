using System.Text.RegularExpressions;

namespace Draizer.House.Tests;

/// <summary>A link or picture in a page of ours that leads to another of our files.</summary>
internal sealed partial record MarkdownLink(string Page, string File, string Anchor)
{
    /// <summary>Where it leads, from the root; the page itself where it names an anchor only.</summary>
    public string Target => File.Length == 0
        ? Page
        : Path.GetRelativePath(Repository.Root, Path.GetFullPath(Path.Combine(Repository.Root, Path.GetDirectoryName(Page)!, File))).Replace('\\', '/');

    public override string ToString() => $"{Page} -> {File}{Anchor}";

    public static IEnumerable<MarkdownLink> On(string page, string text) =>
        Link.Matches(InlineCode.Replace(Fence.Replace(text, ""), ""))
            .Select(match => match.Groups["target"].Value)
            .Where(target => !HasScheme.IsMatch(target))
            .Select(target => target.Split('#', 2))
            .Select(parts => new MarkdownLink(page, Uri.UnescapeDataString(parts[0]), parts.Length == 2 ? "#" + parts[1] : ""));

    /// <summary>The anchors that a page's headings make.</summary>
    public static IEnumerable<string> AnchorsOf(string text) =>
        Heading.Matches(Fence.Replace(text, ""))
            .Select(match => "#" + NotInAnchor.Replace(match.Groups["text"].Value.Trim().ToLowerInvariant(), "").Replace(' ', '-'));

    [GeneratedRegex("^```.*?^```", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Fence { get; }

    [GeneratedRegex(@"`[^`\n]*`", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex InlineCode { get; }

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Link { get; }

    [GeneratedRegex("^[a-z]+:", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex HasScheme { get; }

    [GeneratedRegex(@"^#+ (?<text>.+)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Heading { get; }

    [GeneratedRegex(@"[^\w\- ]", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NotInAnchor { get; }
}
