using Exchange.Testing;

namespace Exchange.Faults.Files.Hostile;

/// <summary>Disks that take nothing, and files that are somebody else's.</summary>
internal static class BadDisks
{
    private const int MostEdits = 64;
    private const string Nobody = "65534";

    /// <summary>The disk is full before the edit.</summary>
    public static Task<Outcome> FullAsync(IReadOnlyList<ISharedFile> files) =>
        OnSmallDisksAsync(
            "full disk",
            files,
            async (row, file, disk) =>
            {
                disk.Fill();
                // A file has room left in its last page: it is edited until something does not fit.
                var number = 1;
                var isRefused = false;
                for (; !isRefused && number < MostEdits; number++)
                {
                    var before = FolderSnapshot.Of(disk.Path);
                    isRefused = await row.EditAsync(file, disk.Path, number * SlottedFile.NeverRemoves);
                    if (isRefused)
                    {
                        row.CheckUntouched(file, before, FolderSnapshot.Of(disk.Path));
                    }
                }
                if (!isRefused && !file.IsOnlyHelp)
                {
                    row.Wrong(file, "nothing was refused");
                }
                disk.MakeRoom();
                return number;
            }
        );

    /// <summary>Nothing may be written.</summary>
    public static Task<Outcome> ReadOnlyAsync(IReadOnlyList<ISharedFile> files) =>
        OnSmallDisksAsync(
            "read-only file system",
            files,
            async (row, file, disk) =>
            {
                var before = FolderSnapshot.Of(disk.Path);
                if (disk.Remount(writable: false) is { } trouble)
                {
                    row.Wrong(file, trouble);
                    return 1;
                }
                if (!await row.EditAsync(file, disk.Path, SlottedFile.NeverRemoves) && !file.IsOnlyHelp)
                {
                    row.Wrong(file, "nothing was refused");
                }
                disk.Remount(writable: true);
                row.CheckUntouched(file, before, FolderSnapshot.Of(disk.Path));
                return 2;
            }
        );

    /// <summary>The file belongs to another user; where the contract says so, it is refused (okx-account.md 2.2).</summary>
    public static async Task<Outcome> OfAnotherAsync(IReadOnlyList<ISharedFile> files)
    {
        const string Name = "file of another user";
        if (!OperatingSystem.IsLinux() || !Environment.IsPrivilegedProcess)
        {
            return HostileRow.NotTried(Name, "a file can be given to another user by root alone");
        }
        var row = new HostileRow(Name);
        foreach (var file in files)
        {
            using var folder = new FaultFolder();
            await file.PrepareAsync(folder.Path);
            await file.EditAsync(folder.Path, 0, 0);
            var path = Path.Combine(folder.Path, file.FileName);
            if (Command.Run("chown", Nobody, path) is { } trouble)
            {
                return HostileRow.NotTried(Name, trouble);
            }
            var before = FolderSnapshot.Of(folder.Path);
            var isRefused = await row.EditAsync(file, folder.Path, SlottedFile.NeverRemoves);
            if (isRefused)
            {
                row.CheckUntouched(file, before, FolderSnapshot.Of(folder.Path));
            }
            else if (file is OkxConfigToml or CodexStore)
            {
                row.Wrong(file, "it was taken from its owner");
            }
            _ = Command.Run("chown", "0", path);
            await row.CheckGoesOnAsync(file, folder.Path, 2 * SlottedFile.NeverRemoves);
        }
        return row.Outcome();
    }

    private static async Task<Outcome> OnSmallDisksAsync(
        string name,
        IReadOnlyList<ISharedFile> files,
        Func<HostileRow, ISharedFile, SmallDisk, Task<int>> spoil
    )
    {
        var row = new HostileRow(name);
        foreach (var file in files)
        {
            using var disk = SmallDisk.TryMount(out var trouble);
            if (disk is null)
            {
                return HostileRow.NotTried(name, trouble!);
            }
            await file.PrepareAsync(disk.Path);
            await file.EditAsync(disk.Path, 0, 0);
            var next = await spoil(row, file, disk);
            await row.CheckGoesOnAsync(file, disk.Path, next * SlottedFile.NeverRemoves);
        }
        return row.Outcome();
    }
}
