namespace Draizer.Api.Hosting;

/// <summary>Keeps two engines off one data directory. Held until disposed; the system lets go of it when the process dies.</summary>
public sealed class DataDirectoryLock : IDisposable
{
    private const string FileName = "engine.lock";

    private readonly FileStream _file;

    private DataDirectoryLock(FileStream file) => _file = file;

    /// <exception cref="DataDirectoryException">Another engine has the directory, or it cannot be written to.</exception>
    public static DataDirectoryLock Take(string directory)
    {
        var path = Path.Combine(directory, FileName);
        try
        {
            Directory.CreateDirectory(directory);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DataDirectoryException($"The data directory {directory} cannot be made: {e.Message}", e);
        }

        try
        {
            // The file stays when the lock is let go: one that is deleted can be locked twice by those who opened it before and after.
            return new DataDirectoryLock(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (UnauthorizedAccessException e)
        {
            throw new DataDirectoryException($"The data directory {directory} may not be written to.", e);
        }
        catch (IOException e)
        {
            throw new DataDirectoryException(
                $"Another engine is running on the data directory {directory}. Stop it, or give this one a directory of its own with --data.", e);
        }
    }

    public void Dispose() => _file.Dispose();
}

/// <summary>A data directory that cannot be used. The message says why and what to do.</summary>
public sealed class DataDirectoryException(string message, Exception innerException) : IOException(message, innerException);
