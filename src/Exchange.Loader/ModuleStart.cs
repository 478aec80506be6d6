using System.Globalization;
using System.Management.Automation;
using System.Runtime.Loader;

namespace Exchange.Loader;

/// <summary>
/// Imported before the cmdlets: from then on what they stand on comes from this assembly's folder through a context of its own
/// (docs/decisions/0062), and headings are Chinese where the interface is (docs/decisions/0063).
/// </summary>
public sealed class ModuleStart : IModuleAssemblyInitializer
{
    private const string ChineseViews = "Exchange.Format.zh.ps1xml";

    private static readonly string Here = Path.GetDirectoryName(typeof(ModuleStart).Assembly.Location)!;

    // Once in a process, whatever number of runspaces imports the module.
    private static readonly Lazy<DependencyContext> Dependencies = new(() =>
    {
        var context = new DependencyContext(Here);
        AssemblyLoadContext.Default.Resolving += (_, wanted) => context.Resolve(wanted);
        return context;
    });

    /// <inheritdoc/>
    public void OnImport()
    {
        _ = Dependencies.Value;
        if (CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "zh")
        {
            ShowChinese();
        }
    }

    // A manifest names the same views everywhere; those that are added later, in front, win.
    private static void ShowChinese()
    {
        try
        {
            using var engine = System.Management.Automation.PowerShell.Create(RunspaceMode.CurrentRunspace);
            engine
                .AddCommand("Microsoft.PowerShell.Utility\\Update-FormatData")
                .AddParameter("PrependPath", Path.Combine(Path.GetDirectoryName(Here)!, ChineseViews))
                .Invoke();
        }
        catch (RuntimeException)
        {
            // A session that may not have that command has English headings.
        }
    }
}
