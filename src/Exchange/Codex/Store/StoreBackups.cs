using System.Globalization;
using System.Text.RegularExpressions;
using Exchange.Storage;

namespace Exchange.Codex.Store;

/// <summary>The bytes that were there before, beside the store and for its owner alone (codex-auth.md 5.8, row 5).</summary>
internal static partial class StoreBackups
{
    private const int Kept = 5;
    private const string TimeForm = "yyyyMMdd'T'HHmmssfff'Z'";

    public static string FolderOf(CodexPlaces places) => Path.Combine(places.AgentFolder, ".codex-auth-backups");

    /// <summary>Keeps the bytes, and the five newest of all. The new file's path.</summary>
    /// <exception cref="ExchangeException"><c>CodexAuth.store_not_writable</c>, <c>CodexAuth.auth_path_symlink</c></exception>
    public static string Keep(CodexPlaces places, byte[] bytes, DateTimeOffset now)
    {
        var path = Write(places, "auth-profiles", now, bytes);
        try
        {
            var old = Directory
                .EnumerateFiles(FolderOf(places))
                .Where(file => BackupName().IsMatch(Path.GetFileName(file)))
                .OrderDescending(StringComparer.Ordinal)
                .Skip(Kept);
            foreach (var file in old)
            {
                File.Delete(file);
            }
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            // The new backup is there; an old one too many is no reason to give a write up.
            _ = trouble;
        }
        return path;
    }

    /// <summary>Keeps a record whose old tokens no longer work (codex-auth.md section 11, item 7).</summary>
    public static string Rescue(CodexPlaces places, string profileId, byte[] record, DateTimeOffset now) =>
        Write(places, $"recovery-{CodexSelector.Slug(profileId)}", now, record, separator: '-');

    private static string Write(CodexPlaces places, string name, DateTimeOffset now, byte[] bytes, char separator = '.')
    {
        var folder = FolderOf(places);
        try
        {
            if (new DirectoryInfo(folder).LinkTarget is not null)
            {
                throw CodexError.Of("auth_path_symlink", $"{folder} is a link; nothing is written behind it.");
            }
            PrivateFiles.CreateFolder(folder);
            for (var at = now.UtcDateTime; ; at = at.AddMilliseconds(1))
            {
                var time = at.ToString(TimeForm, CultureInfo.InvariantCulture);
                var path = Path.Combine(folder, $"{name}{separator}{time}.json");
                if (TryWrite(path, bytes))
                {
                    return path;
                }
            }
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            throw CodexError.Of(
                "store_not_writable",
                $"No backup can be written to {folder}: {trouble.Message}",
                inner: trouble
            );
        }
    }

    private static bool TryWrite(string path, byte[] bytes)
    {
        if (Path.Exists(path))
        {
            return false;
        }
        using var file = new FileStream(
            path,
            PrivateFiles.Options(FileMode.CreateNew, FileAccess.Write, FileShare.None)
        );
        file.Write(bytes);
        file.Flush(flushToDisk: true);
        return true;
    }

    [GeneratedRegex(@"^auth-profiles\.\d{8}T\d{9}Z\.json\z", RegexOptions.None, 1000)]
    private static partial Regex BackupName();
}
