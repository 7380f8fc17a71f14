using System.Text.Json;
using System.Text.Json.Serialization;
using Draizer.Trading.Ports;

namespace Draizer.Storage.Embedded;

/// <summary>A session's record as the JSON text in its row, with the version of its form.</summary>
internal sealed record SessionDocument(int Version, SessionRecord Session)
{
    private const int CurrentVersion = 1;

    public static string Write(SessionRecord session) =>
        JsonSerializer.Serialize(new SessionDocument(CurrentVersion, session), SessionDocumentContext.Default.SessionDocument);

    public static SessionRecord Read(string text)
    {
        var document = JsonSerializer.Deserialize(text, SessionDocumentContext.Default.SessionDocument)
            ?? throw new InvalidDataException("A session's document is empty.");
        return document.Version == CurrentVersion
            ? document.Session
            : throw new InvalidDataException($"A session's document has form {document.Version}; this version reads {CurrentVersion}.");
    }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    UseStringEnumConverter = true,
    IgnoreReadOnlyProperties = true)]
[JsonSerializable(typeof(SessionDocument))]
[JsonSerializable(typeof(IEnumerable<string>))]
internal sealed partial class SessionDocumentContext : JsonSerializerContext;
