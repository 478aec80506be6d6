using System.Reflection;
using Exchange.Engine;

namespace Exchange.Cmdlets.Tests.Help;

/// <summary>The pages of the repository, and what a test needs to write one of its own.</summary>
internal static class HelpPages
{
    public static string Folder { get; } = Path.Combine(Root(), "docs", "en-US");

    public static CmdletCatalog Catalog { get; } = CmdletCatalog.FromAssembly(Assembly.Load("Exchange.Console"));

    public static CmdletMetadata Cmdlet(string name) => Catalog.Find(name)!;

    public static string Text(string cmdlet) => File.ReadAllText(Path.Combine(Folder, cmdlet + ".md"));

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Exchange.sln")))
        {
            folder = folder.Parent;
        }
        return folder.FullName;
    }
}
