using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Draizer.Domain.Outputs;

namespace Draizer.Simulation.Tests.Playing;

/// <summary>Everything an output says, as text: stamps, ids and every number to its last digit.</summary>
internal static class OutputText
{
    private static readonly JsonSerializerOptions Exactly = new() { NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals };
    private static readonly Regex Ordinals = new(@",""Ordinal"":\d+", RegexOptions.NonBacktracking);

    public static string Of(Output output) => $"{output.GetType().Name} {JsonSerializer.Serialize(output, output.GetType(), Exactly)}";

    /// <summary>The same but for the numbers within an input, which count over all sessions.</summary>
    public static string WithoutOrdinals(Output output) => Ordinals.Replace(Of(output), "");

    /// <summary>Takes every output as it comes, and says at the end whether two runs were the same.</summary>
    public sealed class Hash : IDisposable
    {
        private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

        public void Add(Output output) => _hash.AppendData(Encoding.UTF8.GetBytes(Of(output)));
        public string Result() => Convert.ToHexString(_hash.GetHashAndReset());
        public void Dispose() => _hash.Dispose();
    }
}
