using Exchange.Storage;

namespace Exchange.Codex;

/// <summary>A file of ours in a folder that others may reach: no link, and no other owner's (codex-auth.md 4.2).</summary>
internal static class TrustedFile
{
    private const int ReadRetries = 20;
    private static readonly TimeSpan ReadPause = TimeSpan.FromMilliseconds(100);

    /// <summary>False when it is a link or somebody else's; a missing one can be trusted.</summary>
    public static bool IsTrusted(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            return new FileInfo(path).LinkTarget is null;
        }
        return UnixFile.Of(path) is not { } found
            || (found.Kind == UnixFileKind.File && found.Owner == UnixFile.CurrentUser);
    }

    /// <summary>
    /// The bytes, or null when there is no file. A program that holds an advisory lock on it is waited for, up to two seconds
    /// (codex-auth.md 5.8, row 11).
    /// </summary>
    public static async Task<byte[]?> ReadAsync(string path, TimeProvider clock, CancellationToken cancel)
    {
        for (var retry = 0; ; retry++)
        {
            try
            {
                var options = PrivateFiles.Options(
                    FileMode.Open,
                    FileAccess.Read,
                    FileShare.ReadWrite | FileShare.Delete
                );
                var file = new FileStream(path, options);
                await using (file.ConfigureAwait(false))
                {
                    var bytes = new byte[file.Length];
                    var read = await file.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancel)
                        .ConfigureAwait(false);
                    return bytes[..read];
                }
            }
            catch (Exception absent) when (absent is FileNotFoundException or DirectoryNotFoundException)
            {
                return null;
            }
            catch (IOException held) when (held.GetType() == typeof(IOException) && retry < ReadRetries)
            {
                await Task.Delay(ReadPause, clock, cancel).ConfigureAwait(false);
            }
        }
    }
}
