using System.Reflection;
using System.Runtime.Loader;

namespace Exchange.Engine.Tests.Contract;

/// <summary>The contract as PowerShell's own package declares it.</summary>
internal static class PublishedContract
{
    private static readonly Lazy<Assembly> Package = new(Load);

    public static Type? Find(string fullName) => Package.Value.GetType(fullName);

    // The package's methods are empty, but its signatures can be read like any other assembly's.
    private static Assembly Load()
    {
        var path = typeof(PublishedContract)
            .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(metadata => metadata.Key == "PowerShellStandard")
            .Value!;
        return new AssemblyLoadContext("PowerShellStandard").LoadFromAssemblyPath(Path.GetFullPath(path));
    }
}
