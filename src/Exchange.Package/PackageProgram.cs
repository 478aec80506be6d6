namespace Exchange.Package;

/// <summary>What the build asks of this tool: the types of times, the Chinese views, the manifest with its release notes, the package.</summary>
internal static class PackageProgram
{
    private const string Usage = """
        Exchange.Package times <file>                                 writes the types by which times reach files exactly
        Exchange.Package views <views> <words> <file>                 writes the views with the headings that the words give
        Exchange.Package manifest <source> <changelog> <file>         writes the manifest with the release notes of its version
        Exchange.Package pack <module folder> <icon> <output folder>  writes Exchange.<version>.nupkg
        """;

    public static int Run(string[] arguments, TextWriter output, TextWriter errors)
    {
        try
        {
            switch (arguments)
            {
                case ["times", var file]:
                    File.WriteAllText(file, TimeTypes.Xml());
                    return 0;
                case ["views", var views, var words, var file]:
                    File.WriteAllText(file, ChineseViews.Xml(File.ReadAllText(views), File.ReadAllLines(words)));
                    return 0;
                case ["manifest", var source, var changelog, var file]:
                    File.WriteAllText(file, ReleaseNotes.Into(File.ReadAllText(source), File.ReadAllText(changelog)));
                    return 0;
                case ["pack", var module, var icon, var folder]:
                    var package = ModulePackage.Write(module, icon, folder);
                    output.WriteLine($"{package.Path}: {package.Files} files, {package.Bytes / 1024} KiB");
                    return 0;
                default:
                    errors.WriteLine(Usage);
                    return 2;
            }
        }
        catch (PackageFault fault)
        {
            errors.WriteLine(fault.Message);
            return 1;
        }
    }
}

/// <summary>Something that must not be packed.</summary>
internal sealed class PackageFault(string message) : Exception(message);
