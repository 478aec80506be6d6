using System.Diagnostics;

namespace Exchange.Faults.Files.Hostile;

/// <summary>
/// Edits in a process whose system gives no notice of changed files any more. Nothing of ours asks for any: this row keeps it so.
/// </summary>
internal static class NoInotify
{
    private const string Name = "no inotify left";
    private const int Edits = 10;

    public static async Task<Outcome> TryAsync(IReadOnlyList<ISharedFile> files)
    {
        if (!OperatingSystem.IsLinux())
        {
            return HostileRow.NotTried(Name, "inotify is Linux's");
        }
        using var folder = new FaultFolder();
        // A user namespace has a limit of its own, so that nobody else's is touched.
        var start = new ProcessStartInfo(
            "unshare",
            [
                "--user",
                "--map-root-user",
                "sh",
                "-c",
                "echo 0 > /proc/sys/user/max_inotify_instances && exec \"$@\"",
                "sh",
                Environment.ProcessPath!,
                typeof(NoInotify).Assembly.Location,
                "edit-unwatched",
                folder.Path,
            ]
        )
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        try
        {
            using var process = Process.Start(start)!;
            var trouble = process.StandardError.ReadToEndAsync();
            var said = (await process.StandardOutput.ReadToEndAsync()).Split(
                '\n',
                StringSplitOptions.RemoveEmptyEntries
            );
            await process.WaitForExitAsync();
            if (said.Length == 0 || said[0] != Editor.Ready)
            {
                return HostileRow.NotTried(Name, said.FirstOrDefault() ?? (await trouble).Trim());
            }
            var wrong = said.Skip(1).ToList();
            return new Outcome(
                Name,
                files.Count * Edits,
                wrong.Count,
                wrong.FirstOrDefault() ?? "every edit done; nothing of ours watches files"
            );
        }
        catch (System.ComponentModel.Win32Exception missing)
        {
            return HostileRow.NotTried(Name, missing.Message);
        }
    }

    /// <summary>The edits, in that process. Says first whether there is really no notice.</summary>
    public static async Task RunAsync(IReadOnlyList<ISharedFile> files, string folder)
    {
        try
        {
            using var watcher = new FileSystemWatcher(folder) { EnableRaisingEvents = true };
            Console.WriteLine("notices are still given");
            return;
        }
        catch (IOException)
        {
            Console.WriteLine(Editor.Ready);
        }
        foreach (var file in files)
        {
            try
            {
                var own = Directory.CreateDirectory(Path.Combine(folder, file.FileName + "-folder")).FullName;
                await file.PrepareAsync(own);
                for (var number = 0; number < Edits; number++)
                {
                    await file.EditAsync(own, 0, number);
                }
            }
            catch (Exception trouble)
            {
                Console.WriteLine($"{file.Name}: {trouble.GetType().Name}: {trouble.Message.ReplaceLineEndings(" ")}");
            }
        }
    }
}
