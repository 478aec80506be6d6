using System.Diagnostics;
using System.Globalization;

namespace Exchange.Faults.Files.Hostile;

/// <summary>Edits while links are put in the place of everything that they touch: what the links lead to is never written.</summary>
internal static class SwappedLinks
{
    private const int Seed = 20260418;

    public static async Task<Outcome> TryAsync(IReadOnlyList<ISharedFile> files, TimeSpan each)
    {
        if (OperatingSystem.IsWindows())
        {
            return HostileRow.NotTried("links swapped in", "Windows lets few make links");
        }
        var row = new HostileRow("links to a victim swapped in for file, locks, temporary file and folder");
        var swaps = 0;
        foreach (var file in files)
        {
            using var place = new FaultFolder();
            var folder = Directory.CreateDirectory(Path.Combine(place.Path, "work")).FullName;
            var victims = Directory.CreateDirectory(Path.Combine(place.Path, "victims")).FullName;
            var victim = Path.Combine(victims, "victim");
            await File.WriteAllTextAsync(victim, "0000000000000000001\nnot ours\n");
            await file.PrepareAsync(folder);
            await file.EditAsync(folder, 0, 0);
            var before = FolderSnapshot.Of(victims);

            var number = 1;
            using (
                var swapper = new LinkSwapper(
                    folder,
                    [file.FileName, .. file.Locks],
                    victim,
                    Path.Combine(place.Path, "aside"),
                    new Random(Seed)
                )
            )
            {
                for (var watch = Stopwatch.StartNew(); watch.Elapsed < each; number++)
                {
                    await row.EditAsync(file, folder, number * SlottedFile.NeverRemoves);
                }
                swaps += swapper.Swaps;
            }

            if (before.Difference(FolderSnapshot.Of(victims), []) is { } written)
            {
                row.Wrong(file, $"the victim was written: {written}");
            }
            // A link that was renamed into place with a temporary file is a person's to remove.
            var left = new FileInfo(Path.Combine(folder, file.FileName));
            if (left.LinkTarget is not null)
            {
                left.Delete();
            }
        }
        row.More = string.Create(CultureInfo.InvariantCulture, $"; {swaps} links");
        return row.Outcome();
    }
}
