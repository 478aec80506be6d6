using System.Management.Automation;
using System.Reflection;

namespace Exchange.Engine;

/// <summary>The cmdlets of an assembly.</summary>
public sealed class CmdletCatalog
{
    private readonly Assembly _assembly;
    private List<(string Name, Type Type)>? _names;

    private CmdletCatalog(Assembly assembly) => _assembly = assembly;

    /// <summary>Opens the assembly; nothing is read before it is asked for.</summary>
    public static CmdletCatalog FromAssembly(Assembly assembly)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        return new CmdletCatalog(assembly);
    }

    /// <summary>The names of all cmdlets, in order of noun and verb; their parameters are not read.</summary>
    public IReadOnlyList<string> Names => [.. All().Select(cmdlet => cmdlet.Name)];

    /// <summary>All cmdlets, in order of noun and verb.</summary>
    public IEnumerable<CmdletMetadata> Cmdlets => All().Select(cmdlet => CmdletMetadata.Of(cmdlet.Type));

    /// <summary>The cmdlet of that name, which is not case-sensitive; null if there is none.</summary>
    public CmdletMetadata? Find(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var type =
            FindByClassName(name)
            ?? All().Find(cmdlet => string.Equals(cmdlet.Name, name, StringComparison.OrdinalIgnoreCase)).Type;
        return type is null ? null : CmdletMetadata.Of(type);
    }

    /// <summary>At most three names that somebody may have meant, the nearest first.</summary>
    public IReadOnlyList<string> Suggest(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return NameSuggestions.For(name, Names);
    }

    // Verb-Noun is class VerbNounCommand by convention: then one look at one attribute is enough.
    private Type? FindByClassName(string name)
    {
        var className = name.Replace("-", "", StringComparison.Ordinal) + "Command";
        foreach (var type in _assembly.GetTypes())
        {
            if (
                string.Equals(type.Name, className, StringComparison.OrdinalIgnoreCase)
                && CmdletMetadata.AttributeOf(type) is { } cmdlet
                && string.Equals(NameOf(cmdlet), name, StringComparison.OrdinalIgnoreCase)
            )
            {
                return type;
            }
        }
        return null;
    }

    private List<(string Name, Type Type)> All() => _names ??= Scan();

    private List<(string Name, Type Type)> Scan()
    {
        var found = new List<(CmdletAttribute Cmdlet, Type Type)>();
        foreach (var type in _assembly.GetTypes())
        {
            if (CmdletMetadata.AttributeOf(type) is { } cmdlet)
            {
                found.Add((cmdlet, type));
            }
        }
        return
        [
            .. found
                .OrderBy(entry => entry.Cmdlet.NounName, StringComparer.OrdinalIgnoreCase)
                .ThenBy(entry => entry.Cmdlet.VerbName, StringComparer.OrdinalIgnoreCase)
                .Select(entry => (NameOf(entry.Cmdlet), entry.Type)),
        ];
    }

    private static string NameOf(CmdletAttribute cmdlet) => $"{cmdlet.VerbName}-{cmdlet.NounName}";
}
