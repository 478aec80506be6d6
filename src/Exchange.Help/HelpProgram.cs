using System.Reflection;
using Exchange.Engine;

namespace Exchange.Help;

/// <summary>Keeps the pages of <c>docs/en-US</c> true to the cmdlets, and makes PowerShell's help files of them.</summary>
internal static class HelpProgram
{
    private const string Usage = """
        update <docs>           make missing pages, and bring syntax and parameter facts up to date
        check <docs>            say what is missing or out of date; exit code 1 when anything is
        build <docs> <folder>   write the MAML file and the about topics
        """;

    /// <summary>Name of the file that PowerShell looks for beside the module, by the cmdlets' assembly.</summary>
    public const string MamlName = "Exchange.PowerShell.dll-Help.xml";

    public static int Run(string[] args, TextWriter output, TextWriter errors)
    {
        try
        {
            return args switch
            {
                ["update", var docs] => Update(docs, output),
                ["check", var docs] => Check(docs, errors),
                ["build", var docs, var folder] => Build(docs, folder, output, errors),
                _ => Refuse(errors),
            };
        }
        catch (PageFault fault)
        {
            errors.WriteLine(fault.Message);
            return 1;
        }
    }

    private static int Update(string docs, TextWriter output)
    {
        foreach (var cmdlet in Cmdlets())
        {
            var path = PathOf(docs, cmdlet);
            var before = File.Exists(path) ? File.ReadAllText(path) : null;
            var after = PageUpdate.Of(before, cmdlet);
            if (before != after)
            {
                File.WriteAllText(path, after);
                output.WriteLine($"{(before is null ? "made" : "updated")} {path}");
            }
        }
        return 0;
    }

    private static int Check(string docs, TextWriter errors)
    {
        var faults = Faults(docs).ToList();
        faults.ForEach(errors.WriteLine);
        return faults.Count == 0 ? 0 : 1;
    }

    /// <summary>Everything that is wrong with the pages, one line each.</summary>
    public static IEnumerable<string> Faults(string docs)
    {
        var known = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var cmdlet in Cmdlets())
        {
            var path = PathOf(docs, cmdlet);
            known.Add(Path.GetFileName(path));
            foreach (var fault in File.Exists(path) ? PageCheck.Faults(path, cmdlet) : ["there is no page"])
            {
                yield return $"{path}: {fault}";
            }
        }
        foreach (var page in Directory.GetFiles(docs, "*-*.md").Where(page => !known.Contains(Path.GetFileName(page))))
        {
            yield return $"{page}: there is no such cmdlet";
        }
    }

    private static int Build(string docs, string folder, TextWriter output, TextWriter errors)
    {
        if (Check(docs, errors) != 0)
        {
            return 1;
        }
        Directory.CreateDirectory(folder);
        var pages = Cmdlets().Select(cmdlet => (CommandPage.Read(PathOf(docs, cmdlet)), cmdlet)).ToList();
        MamlFile.Write(Path.Combine(folder, MamlName), pages);
        var topics = Directory.GetFiles(docs, "about_*.md").Order(StringComparer.Ordinal).ToList();
        foreach (var topic in topics)
        {
            File.WriteAllText(
                Path.Combine(folder, Path.GetFileNameWithoutExtension(topic) + ".help.txt"),
                PlainText.Of(File.ReadAllText(topic))
            );
        }
        output.WriteLine($"{pages.Count} cmdlets and {topics.Count} topics");
        return 0;
    }

    private static int Refuse(TextWriter errors)
    {
        errors.WriteLine(Usage);
        return 2;
    }

    /// <summary>The cmdlets that the pages are about.</summary>
    public static IEnumerable<CmdletMetadata> Cmdlets() =>
        CmdletCatalog.FromAssembly(Assembly.Load("Exchange.Console")).Cmdlets;

    private static string PathOf(string docs, CmdletMetadata cmdlet) => Path.Combine(docs, cmdlet.Name + ".md");
}
