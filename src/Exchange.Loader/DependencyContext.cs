using System.Reflection;
using System.Runtime.Loader;

namespace Exchange.Loader;

/// <summary>
/// Loads the library and what it stands on into a context of their own, so that no other module's version of a package meets ours, nor
/// ours theirs. What PowerShell itself brings is shared.
/// </summary>
internal sealed class DependencyContext(string folder) : AssemblyLoadContext("Exchange", isCollectible: false)
{
    // What the cmdlets' assembly names. Nobody else is given any of ours, however much they look for it.
    private static readonly string[] Asked = ["Exchange", "Exchange.Simulator"];

    /// <summary>The assembly, if it is one that the cmdlets stand on; null leaves the search to others.</summary>
    public Assembly? Resolve(AssemblyName wanted) =>
        Array.IndexOf(Asked, wanted.Name) >= 0 ? LoadFromAssemblyName(wanted) : null;

    /// <inheritdoc/>
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        ArgumentNullException.ThrowIfNull(assemblyName);
        var path = Path.Combine(folder, assemblyName.Name + ".dll");
        return File.Exists(path) ? LoadFromAssemblyPath(path) : null;
    }
}
