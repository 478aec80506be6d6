using System.Reflection;
using System.Runtime.Loader;

namespace Exchange.Loader;

/// <summary>
/// Loads the module's assemblies and what they stand on into a context of their own, so that no other module's version of a
/// package meets ours, nor ours theirs. What PowerShell itself brings is shared.
/// </summary>
public sealed class ModuleLoadContext : AssemblyLoadContext
{
    private const string ModuleAssembly = "Exchange.PowerShell";

    private static readonly object Gate = new();
    private static ModuleLoadContext? instance;

    private readonly string _folder;

    private ModuleLoadContext(string folder)
        : base("Exchange", isCollectible: false) => _folder = folder;

    /// <summary>The assembly that holds the cmdlets; loaded once in a process, whatever number of runspaces imports it.</summary>
    /// <param name="folder">The folder that holds the module's assemblies.</param>
    public static Assembly LoadModule(string folder)
    {
        lock (Gate)
        {
            instance ??= new ModuleLoadContext(folder);
            return instance.LoadFromAssemblyName(new AssemblyName(ModuleAssembly));
        }
    }

    /// <inheritdoc/>
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        ArgumentNullException.ThrowIfNull(assemblyName);
        var path = Path.Combine(_folder, assemblyName.Name + ".dll");
        return File.Exists(path) ? LoadFromAssemblyPath(path) : null;
    }
}
