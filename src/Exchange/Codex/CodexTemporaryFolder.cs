using System.Security.AccessControl;
using System.Security.Principal;
using Exchange.Storage;

namespace Exchange.Codex;

/// <summary>Finds the folder for pending sign-ins and job status, and trusts it only when it is this user's alone (codex-auth.md 4.2).</summary>
internal static class CodexTemporaryFolder
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>The first of the folders that can be trusted, made when it is missing.</summary>
    /// <exception cref="ExchangeException"><c>CodexAuth.unsafe_tmp_dir</c></exception>
    public static string Open(CodexPlaces places)
    {
        foreach (var folder in places.TemporaryFolders)
        {
            if (IsTrusted(folder))
            {
                return folder;
            }
        }
        throw CodexError.Of(
            "unsafe_tmp_dir",
            $"None of {string.Join(", ", places.TemporaryFolders)} can be trusted: a link, another owner, or not writable.",
            "Remove it, or have its owner do so; it is made anew, for you alone."
        );
    }

    /// <summary>The first that is there and can be trusted; null when there is none. Makes and changes nothing.</summary>
    public static string? Find(CodexPlaces places) =>
        places.TemporaryFolders.FirstOrDefault(folder => Directory.Exists(folder) && IsTrusted(folder, mayMend: false));

    private static bool IsTrusted(string folder, bool mayMend = true)
    {
        try
        {
            return OperatingSystem.IsWindows() ? IsTrustedOnWindows(folder, mayMend) : IsTrustedOnUnix(folder, mayMend);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static bool IsTrustedOnUnix(string folder, bool mayMend)
    {
        if (OperatingSystem.IsWindows())
        {
            return false;
        }
        if (UnixFile.Of(folder) is null && mayMend)
        {
            PrivateFiles.CreateFolder(Path.GetDirectoryName(folder)!);
            Directory.CreateDirectory(folder, OwnerOnly);
        }
        if (UnixFile.Of(folder) is not { Kind: UnixFileKind.Folder } found || found.Owner != UnixFile.CurrentUser)
        {
            return false;
        }
        if (!found.IsForItsOwner && mayMend)
        {
            File.SetUnixFileMode(folder, OwnerOnly);
            found = UnixFile.Of(folder) ?? found;
        }
        return found.IsForItsOwner && UnixFile.CanWriteIn(folder);
    }

    // The folder of temporary files is the user's own already; the list makes sure that what is below it is too.
    private static bool IsTrustedOnWindows(string folder, bool mayMend)
    {
        if (!OperatingSystem.IsWindows())
        {
            return false;
        }
        var info = new DirectoryInfo(folder);
        if (!info.Exists && mayMend)
        {
            using var user = WindowsIdentity.GetCurrent();
            var security = new DirectorySecurity();
            security.SetAccessRuleProtection(isProtected: true, preserveInheritance: false);
            security.AddAccessRule(
                new FileSystemAccessRule(
                    user.User!,
                    FileSystemRights.FullControl,
                    InheritanceFlags.ContainerInherit | InheritanceFlags.ObjectInherit,
                    PropagationFlags.None,
                    AccessControlType.Allow
                )
            );
            info.Create(security);
            info.Refresh();
        }
        return info.Exists && !info.Attributes.HasFlag(FileAttributes.ReparsePoint);
    }
}
