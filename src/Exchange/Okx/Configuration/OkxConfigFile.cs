using Exchange.Storage;
using Exchange.Storage.Toml;

namespace Exchange.Okx;

/// <summary>
/// <c>config.toml</c>, which people and the vendor's programs write too: read whole, changed in place under a lock, replaced as a
/// whole (okx-account.md 2.2). No error shows a value of it.
/// </summary>
public sealed class OkxConfigFile
{
    private const string FileName = "config.toml";

    private readonly string _folder;
    private readonly string[] _mayLeadInto;
    private readonly Action<string> _warn;

    /// <summary>A file in a folder.</summary>
    /// <param name="folder">The folder of the configuration; it need not exist.</param>
    /// <param name="mayLeadInto">The folders that links may lead into when the file is written.</param>
    /// <param name="warn">Hears what a person should mend.</param>
    public OkxConfigFile(string folder, IReadOnlyList<string> mayLeadInto, Action<string>? warn = null)
    {
        _folder = folder;
        _mayLeadInto = [.. mayLeadInto];
        _warn = warn ?? (_ => { });
        Path = System.IO.Path.Combine(folder, FileName);
    }

    /// <summary>The file as it is named, before any link.</summary>
    public string Path { get; }

    /// <summary>How long another process's change is waited for (okx-account.md 2.2).</summary>
    internal TimeSpan LockLimit { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>The file that the environment names (<see cref="OkxFolder"/>). Links must stay in the home, or in the named folder.</summary>
    public static OkxConfigFile Locate(Func<string, string?> environment, Action<string>? warn = null)
    {
        var folder = OkxFolder.Locate(environment);
        var isNamed = environment(OkxFolder.Variable) is { Length: > 0 };
        return new OkxConfigFile(
            folder,
            isNamed ? [OkxFolder.Home(environment), folder] : [OkxFolder.Home(environment)],
            warn
        );
    }

    /// <summary>What it says now. A missing file says nothing, and is no error.</summary>
    /// <exception cref="ExchangeException"><c>Okx.ConfigError</c>: it cannot be read, or is not what it should be.</exception>
    public OkxConfig Read()
    {
        var bytes = ReadBytes();
        if (bytes is not null)
        {
            WarnOfReaders();
        }
        return ConfigOf(bytes);
    }

    /// <summary>
    /// Changes it: lock, read, edit, compare, write beside it, rename. What was changed meanwhile by a program that knows no lock is
    /// read again and edited once more.
    /// </summary>
    /// <param name="edit">The new document; the very same one when there is nothing to change.</param>
    /// <param name="cancel">Ends the wait for the lock.</param>
    /// <exception cref="ExchangeException"><c>Okx.ConfigError</c>; the old bytes are then still there.</exception>
    internal async Task<OkxConfig> ChangeAsync(Func<OkxConfig, TomlDocument> edit, CancellationToken cancel)
    {
        try
        {
            PrivateFiles.CreateFolder(_folder);
            using var held = await FileLock.TakeAsync(Path + ".lock", LockLimit, cancel).ConfigureAwait(false);
            return Change(edit);
        }
        catch (ExchangeException trouble) when (trouble.Kind == ErrorKind.Storage && !IsOurs(trouble))
        {
            throw OkxConfigErrors.NotWritten(Path, trouble);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            throw OkxConfigErrors.NotWritten(Path, trouble);
        }
    }

    private OkxConfig Change(Func<OkxConfig, TomlDocument> edit)
    {
        var target = OkxConfigTarget.Of(Path, _mayLeadInto);
        AtomicFile.DeleteLeftovers(target);
        for (var attempt = 0; attempt < 2; attempt++)
        {
            var before = ReadBytes();
            var config = ConfigOf(before);
            var after = Edited(config, edit);
            if (ReferenceEquals(after, config.Document))
            {
                return config;
            }
            if (IsSame(before, ReadBytes()))
            {
                AtomicFile.Replace(target, after.ToBytes());
                return new OkxConfig(Path, after, exists: true);
            }
        }
        throw OkxConfigErrors.ChangedMeanwhile(Path);
    }

    private TomlDocument Edited(OkxConfig config, Func<OkxConfig, TomlDocument> edit)
    {
        try
        {
            return edit(config);
        }
        catch (TomlEditException trouble)
        {
            throw OkxConfigErrors.NotInPlace(Path, trouble);
        }
    }

    private OkxConfig ConfigOf(byte[]? bytes)
    {
        try
        {
            return new OkxConfig(Path, TomlDocument.Parse(bytes), exists: bytes is not null);
        }
        catch (TomlSyntaxException trouble)
        {
            throw OkxConfigErrors.NotParsed(Path, trouble);
        }
    }

    private byte[]? ReadBytes()
    {
        try
        {
            return File.ReadAllBytes(Path);
        }
        catch (Exception trouble) when (trouble is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            throw OkxConfigErrors.NotRead(Path, trouble);
        }
    }

    private void WarnOfReaders()
    {
        if (!OperatingSystem.IsWindows() && MayOthersUse())
        {
            _warn($"{Path} holds secrets and other users may read or write it: chmod 600 \"{Path}\".");
        }
        if (FileOwner.IsAnother(Path))
        {
            _warn($"{Path} belongs to another user, who decides where your requests go.");
        }
    }

    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    private bool MayOthersUse()
    {
        const UnixFileMode others =
            UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;
        try
        {
            return (File.GetUnixFileMode(Path) & others) != UnixFileMode.None;
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            // Taken away since it was read: then there is nothing to warn of.
            return false;
        }
    }

    private static bool IsSame(byte[]? one, byte[]? other) =>
        (one, other) is (null, null) || (one is not null && other is not null && one.AsSpan().SequenceEqual(other));

    private static bool IsOurs(ExchangeException trouble) =>
        trouble.ErrorId.StartsWith("Okx.", StringComparison.Ordinal);
}
