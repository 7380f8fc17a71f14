using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace Draizer.Storage.Migrations;

/// <summary>One numbered change of the tables, with the checksum by which a later edit is noticed.</summary>
public sealed record Migration(string Name, string Sql)
{
    public string Checksum => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Sql)));

    /// <summary>The migrations that were built in under a folder such as <c>sql/sqlite</c>, in order.</summary>
    public static IReadOnlyList<Migration> BuiltIn(string folder)
    {
        var assembly = Assembly.GetExecutingAssembly();
        return
        [
            .. assembly.GetManifestResourceNames()
                .Where(name => name.StartsWith(folder + "/", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .Select(name => new Migration(name[(folder.Length + 1)..], Read(assembly, name))),
        ];
    }

    private static string Read(Assembly assembly, string resource)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}

/// <summary>The tables cannot be brought to what this version expects.</summary>
public sealed class MigrationException(string message) : Exception(message);
