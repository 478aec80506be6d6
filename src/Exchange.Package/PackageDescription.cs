using System.Text;
using System.Xml.Linq;

namespace Exchange.Package;

/// <summary>The parts of a package that describe it, as NuGet and PSResourceGet read them.</summary>
internal static class PackageDescription
{
    public const string Id = "Exchange";
    public const string Icon = "icon.png";
    public const string CorePropertiesPath = "package/services/metadata/core-properties/exchange.psmdcp";

    private static readonly XNamespace Nuget = "http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd";

    public static string Nuspec(ManifestText manifest) =>
        Text(
            new XElement(
                Nuget + "package",
                new XElement(
                    Nuget + "metadata",
                    new XElement(Nuget + "id", Id),
                    new XElement(Nuget + "version", manifest.Version),
                    new XElement(Nuget + "authors", manifest.Author),
                    new XElement(Nuget + "owners", manifest.Company),
                    new XElement(Nuget + "requireLicenseAcceptance", "false"),
                    new XElement(Nuget + "license", new XAttribute("type", "file"), "LICENSE"),
                    new XElement(Nuget + "icon", Icon),
                    new XElement(Nuget + "description", manifest.Description),
                    new XElement(Nuget + "releaseNotes", manifest.Notes),
                    new XElement(Nuget + "copyright", manifest.Copyright),
                    new XElement(Nuget + "tags", string.Join(' ', Tags(manifest)))
                )
            )
        );

    /// <summary>A gallery finds a module by these: that it is one, and each of its cmdlets.</summary>
    public static IEnumerable<string> Tags(ManifestText manifest) =>
        [
            .. manifest.Tags,
            "PSModule",
            "PSIncludes_Cmdlet",
            .. manifest.Cmdlets.Select(cmdlet => "PSCmdlet_" + cmdlet),
            .. manifest.Cmdlets.Select(cmdlet => "PSCommand_" + cmdlet),
        ];

    public static string Relations()
    {
        XNamespace relations = "http://schemas.openxmlformats.org/package/2006/relationships";
        return Text(
            new XElement(
                relations + "Relationships",
                Relation("R0", "http://schemas.microsoft.com/packaging/2010/07/manifest", $"/{Id}.nuspec"),
                Relation(
                    "R1",
                    "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
                    "/" + CorePropertiesPath
                )
            )
        );

        XElement Relation(string id, string type, string target) =>
            new(
                relations + "Relationship",
                new XAttribute("Type", type),
                new XAttribute("Target", target),
                new XAttribute("Id", id)
            );
    }

    public static string ContentTypes(IEnumerable<string> files)
    {
        XNamespace types = "http://schemas.openxmlformats.org/package/2006/content-types";
        var extensions = files
            .Select(Path.GetExtension)
            .Where(extension => extension is { Length: > 1 })
            .Select(extension => extension![1..])
            .Append("nuspec")
            .Append("png")
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Order(StringComparer.Ordinal)
            .Select(extension => Default(extension, "application/octet"));
        return Text(
            new XElement(
                types + "Types",
                Default("rels", "application/vnd.openxmlformats-package.relationships+xml"),
                Default("psmdcp", "application/vnd.openxmlformats-package.core-properties+xml"),
                extensions,
                // A file without an ending has no default.
                files
                    .Where(file => Path.GetExtension(file).Length == 0)
                    .Select(file => new XElement(
                        types + "Override",
                        new XAttribute("PartName", "/" + file),
                        new XAttribute("ContentType", "application/octet")
                    ))
            )
        );

        XElement Default(string extension, string type) =>
            new(types + "Default", new XAttribute("Extension", extension), new XAttribute("ContentType", type));
    }

    public static string CoreProperties(ManifestText manifest)
    {
        XNamespace core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
        XNamespace dublin = "http://purl.org/dc/elements/1.1/";
        return Text(
            new XElement(
                core + "coreProperties",
                new XAttribute(XNamespace.Xmlns + "dc", dublin),
                new XElement(dublin + "creator", manifest.Author),
                new XElement(dublin + "description", manifest.Description),
                new XElement(dublin + "identifier", Id),
                new XElement(core + "version", manifest.Version),
                new XElement(core + "keywords", string.Join(' ', manifest.Tags))
            )
        );
    }

    private static string Text(XElement root)
    {
        var text = new StringBuilder("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
        return text.Append(root.ToString().ReplaceLineEndings("\n")).Append('\n').ToString();
    }
}
