using System.Text.RegularExpressions;

namespace Draizer.House.Tests;

public sealed partial class SourceTextTests
{
    private const int MaxLines = 400;

    private static readonly string[] TextFolders = ["src", "tests", "web/src", "sql", "docs"];
    private static readonly string[] TextExtensions =
        [".cs", ".csproj", ".md", ".sql", ".ts", ".tsx", ".css", ".html", ".json", ".yml", ".yaml", ".txt", ".sh"];

    /// <summary>Files that were longer when the rule came. It may only get shorter: split a file, do not add one.</summary>
    private static readonly string[] LongFiles = [];

    [Fact]
    public void No_file_knows_a_place_on_somebodys_machine()
    {
        var files = TextFolders
            .SelectMany(folder => Repository.FilesUnder(folder))
            .Where(file => TextExtensions.Contains(Path.GetExtension(file)))
            .ToList();

        Assert.Contains("src/Domain/README.md", files);
        Assert.DoesNotContain(files, file => HomePath.IsMatch(Repository.Read(file)));
    }

    [Theory]
    [InlineData("see /", "home/ann/notes", true)]
    [InlineData("\"/", "Users/ann/notes\"", true)]
    [InlineData("cd /", "root/draizer", true)]
    [InlineData("C:", @"\Users\ann", true)]
    [InlineData("https://example.org/", "home/page", false)]
    [InlineData("data/", "journal", false)]
    public void A_home_path_is_told_from_other_paths(string start, string rest, bool expected) =>
        Assert.Equal(expected, HomePath.IsMatch(start + rest));

    [Fact]
    public void No_source_file_is_longer_than_a_reader_can_hold()
    {
        var lines = Repository.FilesUnder("src", "*.cs")
            .Concat(Repository.FilesUnder("tests", "*.cs"))
            .ToDictionary(file => file, file => File.ReadLines(Repository.PathOf(file)).Count());

        Assert.Contains("src/Domain/Markets/MarketEvent.cs", lines.Keys);
        Assert.Equal(LongFiles.Order(), lines.Where(file => file.Value >= MaxLines).Select(file => file.Key).Order());
    }

    [GeneratedRegex(@"(?<![\w.])/(home|Users|root)/\w|\b[A-Za-z]:\\Users\\", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex HomePath { get; }
}
