namespace Draizer.House.Tests;

/// <summary>The repository these tests were built from, as files.</summary>
internal static class Repository
{
    private static readonly string[] NotOurs = ["bin", "obj", "node_modules", "dist", "TestResults"];

    public static string Root { get; } = FindRoot();

    public static string PathOf(string relative) => Path.Combine(Root, relative);

    public static string Read(string relative) => File.ReadAllText(PathOf(relative));

    /// <summary>Files under a folder, as paths from the root with forward slashes; none if the folder is not there.</summary>
    public static IEnumerable<string> FilesUnder(string folder, string pattern = "*")
    {
        var start = new DirectoryInfo(PathOf(folder));
        return start.Exists ? FilesIn(start, pattern) : [];
    }

    private static IEnumerable<string> FilesIn(DirectoryInfo folder, string pattern)
    {
        var here = folder.EnumerateFiles(pattern).Select(file => Path.GetRelativePath(Root, file.FullName).Replace('\\', '/'));
        var below = folder.EnumerateDirectories()
            .Where(child => !NotOurs.Contains(child.Name))
            .SelectMany(child => FilesIn(child, pattern));
        return here.Concat(below);
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Draizer.sln")))
                return folder.FullName;
        }

        throw new InvalidOperationException("These tests run from inside the repository: no Draizer.sln was found above them.");
    }
}
