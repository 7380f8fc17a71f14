namespace Draizer.Api.Tests.Processes;

/// <summary>What can be typed, and how it ends.</summary>
public sealed class CommandLineTests
{
    [Theory]
    [InlineData("serve", "--bogus")]
    [InlineData("serve", "--urls", "http://0.0.0.0:1")]
    [InlineData("serve", "--urls", "http://user@127.0.0.1:1")]
    [InlineData("serve", "--urls", "http://127.0.0.1:1/;http://0.0.0.0:2")]
    [InlineData("serve", "--urls", "https://127.0.0.1:1")]
    [InlineData("serve", "--symbols", "0")]
    [InlineData("serve", "--seed", "x")]
    [InlineData("nonsense")]
    public async Task Wrong_usage_ends_with_2_and_says_what(params string[] arguments)
    {
        var (code, _, errors) = await DraizerProcess.RunAsync(arguments);

        Assert.Equal(2, code);
        Assert.NotEqual("", errors);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0.1.0", "--version")]
    [InlineData("Example: draizer serve --demo", "--help")]
    [InlineData("--urls <URL>", "serve", "--help")]
    [InlineData("Example: draizer migrate", "migrate", "--help")]
    public async Task Help_helps(string expected, params string[] arguments)
    {
        var (code, output, _) = await DraizerProcess.RunAsync(arguments);

        Assert.Equal(0, code);
        Assert.Contains(expected, output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Migrating_brings_the_database_up_to_date_and_again_changes_nothing()
    {
        using var data = new TempDirectory();

        var first = await DraizerProcess.RunAsync("migrate", "--data", data.Path);
        var second = await DraizerProcess.RunAsync("migrate", "--data", data.Path);

        Assert.Equal((0, 0), (first.Code, second.Code));
        Assert.Contains("applied ", first.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("applied ", second.Output, StringComparison.Ordinal);
    }
}
