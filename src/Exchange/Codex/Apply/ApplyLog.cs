using System.Globalization;
using System.Text;
using Exchange.Storage;

namespace Exchange.Codex.Apply;

/// <summary>What jobs did, a line for each step, without secrets; begun anew at 256 KiB.</summary>
internal sealed class ApplyLog(string folder, string jobId, TimeProvider clock)
{
    private const long Largest = 256 * 1024;

    public static string PathIn(string folder) => Path.Combine(folder, "codex-auth-apply.log");

    /// <summary>Adds a line. What cannot be written is no reason to end a job in the middle.</summary>
    public void Add(string text)
    {
        var path = PathIn(folder);
        try
        {
            if (!TrustedFile.IsTrusted(path))
            {
                return;
            }
            if (new FileInfo(path) is { Exists: true, Length: > Largest })
            {
                File.Move(path, path + ".1", overwrite: true);
            }
            using var file = new FileStream(
                path,
                PrivateFiles.Options(FileMode.Append, FileAccess.Write, FileShare.Read)
            );
            var time = clock.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
            var line = text.ReplaceLineEndings(" ");
            file.Write(Encoding.UTF8.GetBytes($"{time} {jobId} {CodexRedaction.Redact(line)}\n"));
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            _ = trouble;
        }
    }
}
