using System.Security.Cryptography;
using Exchange.Http;
using Exchange.Storage;

namespace Exchange.Okx.Binary;

/// <summary>
/// The vendor's own sign-in program (okx-account.md section 7): found, downloaded, removed. The module signs in by itself; the program is
/// started only where somebody asks for it, see <see cref="Program"/>, and never trusted with a token.
/// </summary>
/// <param name="environment">The environment.</param>
/// <param name="corridor">Connections and clock.</param>
public sealed class OkxAuthBinary(Func<string, string?> environment, ReadCorridor corridor)
{
    /// <summary>Environment variable of another program file.</summary>
    public const string Variable = "OKX_AUTH_BIN";

    /// <summary>Environment variable of a source of downloads on this machine; any other address is refused.</summary>
    public const string SourceVariable = "OKX_AUTH_CDN";

    /// <summary>Name of the module's own way to sign in, in place of a program's path.</summary>
    public const string BuiltIn = "(built-in)";

    private const string CheckFile = "auth-binary-check.json";

    private static readonly TimeSpan InstallLimit = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan StatusLimit = TimeSpan.FromSeconds(5);

    private string Folder => System.IO.Path.Combine(OkxFolder.Locate(environment), "bin");

    private string OwnPath => System.IO.Path.Combine(Folder, OkxAuthPlatform.FileName);

    private string? Override => environment(Variable) is { Length: > 0 } named ? named : null;

    /// <summary>The program file, which need not exist.</summary>
    public string Path => System.IO.Path.GetFullPath(Override ?? OwnPath);

    /// <summary>True when it is there.</summary>
    public bool Exists => File.Exists(Path);

    /// <summary>The program as one that can be started; whether it is there shows when it is.</summary>
    public OkxAuthProgram Program() => new(Path, corridor.Transport.Clock);

    /// <summary>What is there; with <paramref name="checkUpdate"/> also whether it is what the vendor gives out now.</summary>
    public async Task<OkxAuthBinaryInfo> DescribeAsync(bool checkUpdate, CancellationToken cancel)
    {
        var content = Content();
        var hash = content is null ? null : Hash(content);
        var published =
            checkUpdate && OkxAuthPlatform.Current is { } platform
                ? await Downloads().LookUpAsync(platform, StatusLimit, cancel).ConfigureAwait(false)
                : null;
        return new OkxAuthBinaryInfo
        {
            BinaryPath = Path,
            Exists = content is not null,
            Platform = OkxAuthPlatform.Name,
            FileSize = content?.LongLength,
            Sha256 = hash,
            CdnMatch =
                content is null ? "not-installed"
                : published is null ? "unavailable"
                : published.Sha256 == hash ? "match"
                : "mismatch",
            CdnSha256 = published?.Sha256,
            CdnSource = published?.Source,
        };
    }

    /// <summary>Downloads the vendor's program, unless it is there and the same. Nothing is put in its place before size and hash fit.</summary>
    public async Task<OkxAuthInstallation> InstallAsync(CancellationToken cancel)
    {
        if (Override is not null)
        {
            return new OkxAuthInstallation("up-to-date", "(env override)", null, []);
        }
        if (OkxAuthPlatform.Current is not { } platform)
        {
            return new OkxAuthInstallation("failed", null, $"Unsupported platform {OkxAuthPlatform.Name}", []);
        }
        var download = await Downloads()
            .FetchAsync(platform, Content() is { } old ? Hash(old) : null, InstallLimit, cancel)
            .ConfigureAwait(false);
        if (download.Error is { } error)
        {
            return new OkxAuthInstallation("failed", null, error, download.Messages);
        }
        if (download.Content is not { } content)
        {
            return new OkxAuthInstallation("up-to-date", download.Source, null, download.Messages);
        }
        AtomicFile.Replace(OwnPath, content);
        MakeExecutable(OwnPath);
        return new OkxAuthInstallation("installed", download.Source, null, download.Messages);
    }

    /// <summary>Removes the program and the vendor's note of its last check; tokens and settings stay.</summary>
    public OkxAuthRemoval Remove()
    {
        if (Override is not null && !IsOurs(Path))
        {
            return new OkxAuthRemoval(
                "failed",
                Path,
                $"{Variable} names a file outside {Folder}, which is not removed."
            );
        }
        try
        {
            File.Delete(System.IO.Path.Combine(OkxFolder.Locate(environment), CheckFile));
            if (!Exists)
            {
                return new OkxAuthRemoval("not-found", Path, null);
            }
            File.Delete(Path);
            return new OkxAuthRemoval("removed", Path, null);
        }
        catch (DirectoryNotFoundException)
        {
            return new OkxAuthRemoval("not-found", Path, null);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            return new OkxAuthRemoval("failed", Path, trouble.Message);
        }
    }

    private bool IsOurs(string file) =>
        string.Equals(
            System.IO.Path.GetDirectoryName(file),
            System.IO.Path.GetFullPath(Folder),
            OperatingSystem.IsWindows() ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal
        );

    private OkxAuthDownloads Downloads() => new(corridor.Transport, environment(SourceVariable));

    private byte[]? Content()
    {
        try
        {
            return File.ReadAllBytes(Path);
        }
        catch (Exception absent) when (absent is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            throw StorageErrors.Unavailable($"{Path} cannot be read", trouble);
        }
    }

    private static string Hash(byte[] content) => Convert.ToHexString(SHA256.HashData(content)).ToLowerInvariant();

    private static void MakeExecutable(string file)
    {
        if (!OperatingSystem.IsWindows())
        {
            // 0755, as the vendor's installer leaves it.
            File.SetUnixFileMode(
                file,
                UnixFileMode.UserRead
                    | UnixFileMode.UserWrite
                    | UnixFileMode.UserExecute
                    | UnixFileMode.GroupRead
                    | UnixFileMode.GroupExecute
                    | UnixFileMode.OtherRead
                    | UnixFileMode.OtherExecute
            );
        }
    }
}
