namespace Exchange.Storage;

/// <summary>Where our own state lives: <c>EXCHANGE_HOME</c>, else the platform's state folder (design.md section 6).</summary>
public sealed class StateFolder(string path)
{
    private const string FolderName = "exchange";

    /// <summary>Absolute path; it need not exist yet.</summary>
    public string Path { get; } = System.IO.Path.GetFullPath(path);

    /// <summary>The folder that the environment names, or the platform's own.</summary>
    /// <exception cref="ExchangeException"><c>Exchange.StateFolderUnknown</c> when nothing names one.</exception>
    public static StateFolder Locate(Func<string, string?> environment)
    {
        if (environment("EXCHANGE_HOME") is { Length: > 0 } named)
        {
            return new StateFolder(named);
        }
        return new StateFolder(PlatformFolder(environment) ?? throw Unknown());
    }

    /// <summary>The path of a file of ours, whose folder then exists and is readable by its owner alone.</summary>
    /// <exception cref="ExchangeException"><c>Exchange.StorageUnavailable</c> when the folder cannot be made.</exception>
    public string File(string name)
    {
        try
        {
            PrivateFiles.CreateFolder(Path);
            return System.IO.Path.Combine(Path, name);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            throw StorageErrors.Unavailable($"The state folder {Path} cannot be made", trouble);
        }
    }

    private static string? PlatformFolder(Func<string, string?> environment)
    {
        if (OperatingSystem.IsWindows())
        {
            return Join(environment("LOCALAPPDATA"), "Exchange");
        }
        if (OperatingSystem.IsMacOS())
        {
            return Join(environment("HOME"), "Library/Application Support/Exchange");
        }
        return Join(environment("XDG_STATE_HOME"), FolderName)
            ?? Join(environment("HOME"), $".local/state/{FolderName}");
    }

    private static string? Join(string? parent, string child) =>
        string.IsNullOrEmpty(parent) ? null : System.IO.Path.Combine(parent, child);

    private static ExchangeException Unknown() =>
        new("Exchange.StateFolderUnknown", ErrorKind.Storage, "No folder for the order journal is known.")
        {
            Remedy = "Set EXCHANGE_HOME to a folder of your own.",
        };
}
