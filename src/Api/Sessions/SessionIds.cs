using System.Security.Cryptography;

namespace Draizer.Api.Sessions;

/// <summary>Ids of new sessions: the day and time they were asked for, and enough chance that none is given twice.</summary>
public static class SessionIds
{
    private const string Digits = "0123456789abcdefghjkmnpqrstvwxyz";

    public static string New(TimeProvider time) =>
        $"{time.GetUtcNow():yyyyMMdd-HHmmss}-{RandomNumberGenerator.GetString(Digits, 8)}";
}
