using System.IO.Compression;
using System.Text;

namespace Exchange.Package;

/// <summary>
/// The module as a package that Install-PSResource takes: a zip with the module's files at its root, a description (nuspec), and the two
/// parts by which a package names its contents. The same files give the same bytes: entries in order, one date for all, no random name.
/// </summary>
internal static class ModulePackage
{
    // What a person's PowerShell needs, and nothing else: no symbols, no documentation files of compilers, no list of dependencies.
    private static readonly string[] Needed = [".psd1", ".ps1xml", ".dll", "-Help.xml", ".help.txt", "LICENSE"];

    // The earliest that a zip can say.
    private static readonly DateTimeOffset Date = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static (string Path, int Files, long Bytes) Write(string module, string icon, string folder)
    {
        var manifest = ManifestText.Read(File.ReadAllText(Path.Combine(module, PackageDescription.Id + ".psd1")));
        var files = Directory
            .EnumerateFiles(module, "*", SearchOption.AllDirectories)
            .Select(path => (Path: path, Name: Path.GetRelativePath(module, path).Replace('\\', '/')))
            .OrderBy(file => file.Name, StringComparer.Ordinal)
            .ToList();
        Check(manifest, [.. files.Select(file => file.Name)]);
        Directory.CreateDirectory(folder);
        var target = Path.Combine(folder, $"{PackageDescription.Id}.{manifest.Version}.nupkg");
        using (var stream = File.Create(target))
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create))
        {
            Add(zip, "_rels/.rels", Encoding.UTF8.GetBytes(PackageDescription.Relations()));
            Add(zip, PackageDescription.Id + ".nuspec", Encoding.UTF8.GetBytes(PackageDescription.Nuspec(manifest)));
            foreach (var (path, name) in files)
            {
                Add(zip, name, File.ReadAllBytes(path));
            }
            Add(zip, PackageDescription.Icon, File.ReadAllBytes(icon));
            Add(
                zip,
                "[Content_Types].xml",
                Encoding.UTF8.GetBytes(PackageDescription.ContentTypes(files.Select(file => file.Name)))
            );
            Add(
                zip,
                PackageDescription.CorePropertiesPath,
                Encoding.UTF8.GetBytes(PackageDescription.CoreProperties(manifest))
            );
        }
        return (target, files.Count, new FileInfo(target).Length);
    }

    private static void Check(ManifestText manifest, IReadOnlyList<string> files)
    {
        if (
            files.FirstOrDefault(file =>
                !Array.Exists(Needed, end => file.EndsWith(end, StringComparison.OrdinalIgnoreCase))
            ) is
            { } odd
        )
        {
            throw new PackageFault($"{odd} is not needed by anybody who installs the module.");
        }
        if (manifest.Files.FirstOrDefault(file => !files.Contains(file, StringComparer.Ordinal)) is { } missing)
        {
            throw new PackageFault($"The manifest names {missing}, and it is not there.");
        }
        if (manifest.Notes.Length == 0)
        {
            throw new PackageFault("The manifest has no release notes: pack what the build has staged.");
        }
    }

    private static void Add(ZipArchive zip, string name, byte[] content)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.SmallestSize);
        entry.LastWriteTime = Date;
        // -rw-r--r--, whatever the machine that packs has.
        entry.ExternalAttributes = 0x81A4 << 16;
        using var stream = entry.Open();
        stream.Write(content);
    }
}
