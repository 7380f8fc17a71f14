using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Draizer.Storage.Embedded;

/// <summary>The database could not do its part: locked, full, damaged. The message says which and where.</summary>
public sealed class StoreException(string message, Exception? innerException = null) : Exception(message, innerException)
{
    internal static StoreException From(SqliteException error, string path) => new(
        error.SqliteErrorCode switch
        {
            raw.SQLITE_BUSY or raw.SQLITE_LOCKED => $"The database {path} is locked by another process.",
            raw.SQLITE_READONLY => $"The database {path} may not be written to.",
            raw.SQLITE_IOERR => $"The database {path} cannot be read or written: {error.Message}",
            raw.SQLITE_CORRUPT => $"The database {path} is damaged.",
            raw.SQLITE_FULL => $"The disk is full: no more room for the database {path}.",
            raw.SQLITE_CANTOPEN => $"The database {path} cannot be opened: is the folder writable?",
            raw.SQLITE_NOTADB => $"{path} is not a database.",
            _ => $"The database {path} refused: {error.Message}",
        },
        error);
}
