using System.Management.Automation;
using System.Runtime.Loader;

namespace Exchange.Loader;

/// <summary>
/// Imported before the cmdlets: from then on what they stand on comes from this assembly's folder through a context of its own
/// (docs/decisions/0062).
/// </summary>
public sealed class DependencyLoader : IModuleAssemblyInitializer
{
    // Once in a process, whatever number of runspaces imports the module.
    private static readonly Lazy<DependencyContext> Once = new(() =>
    {
        var context = new DependencyContext(Path.GetDirectoryName(typeof(DependencyLoader).Assembly.Location)!);
        AssemblyLoadContext.Default.Resolving += (_, wanted) => context.Resolve(wanted);
        return context;
    });

    /// <inheritdoc/>
    public void OnImport() => _ = Once.Value;
}
