using System.Text.Encodings.Web;
using System.Text.Json;

namespace Exchange.Help;

/// <summary>Keeps the pages of <c>docs/en-US</c> true to the cmdlets, and makes the help of PowerShell and of <c>exchange</c> of them.</summary>
internal static class HelpProgram
{
    private const string Usage = """
        update <docs> [<cmdlet>...]        bring syntax and parameter facts up to date, and make missing pages
        check <docs>                       say what is missing or out of date; exit code 1 when anything is
        examples <docs>                    the examples as JSON lines: page, title, code, output, shownOnly
        build <docs> <module> <console>    write PowerShell's help (MAML, about topics) and the texts of exchange help
        """;

    /// <summary>Name of the file that PowerShell looks for beside the module, by the cmdlets' assembly.</summary>
    public const string MamlName = "Exchange.PowerShell.dll-Help.xml";

    private static readonly JsonSerializerOptions Plain = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static int Run(string[] args, TextWriter output, TextWriter errors)
    {
        try
        {
            return args switch
            {
                ["update", var docs, .. var names] => Update(new PageFolder(docs), names, output),
                ["check", var docs] => Check(docs, errors),
                ["examples", var docs] => Examples(new PageFolder(docs), output),
                ["build", var docs, var module, var console] => Check(docs, errors) == 0
                    ? Build(new PageFolder(docs), module, console, output)
                    : 1,
                _ => Refuse(errors),
            };
        }
        catch (PageFault fault)
        {
            errors.WriteLine(fault.Message);
            return 1;
        }
    }

    /// <summary>Everything that is wrong with the pages of a folder, one line each.</summary>
    public static IEnumerable<string> Faults(string docs) => new PageFolder(docs).Faults();

    private static int Update(PageFolder pages, string[] names, TextWriter output)
    {
        foreach (var cmdlet in pages.Cmdlets)
        {
            var path = pages.PathOf(cmdlet);
            var isNamed = names.Contains(cmdlet.Name, StringComparer.OrdinalIgnoreCase);
            var before = File.Exists(path) ? File.ReadAllText(path) : null;
            if (names.Length > 0 && !isNamed)
            {
                continue;
            }
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

    private static int Examples(PageFolder pages, TextWriter output)
    {
        foreach (var (page, _) in pages.Pages())
        {
            foreach (var example in page.Examples)
            {
                output.WriteLine(
                    JsonSerializer.Serialize(
                        new
                        {
                            Page = page.Name,
                            example.Title,
                            example.Code,
                            example.Output,
                            ShownOnly = example.IsShownOnly,
                        },
                        Plain
                    )
                );
            }
        }
        return 0;
    }

    private static int Build(PageFolder folder, string module, string console, TextWriter output)
    {
        var pages = folder.Pages();
        Directory.CreateDirectory(module);
        Directory.CreateDirectory(console);
        MamlFile.Write(Path.Combine(module, MamlName), pages);
        foreach (var (page, cmdlet) in pages)
        {
            File.WriteAllText(Path.Combine(console, page.Name + ".txt"), CommandText.Of(page, cmdlet));
        }
        File.WriteAllText(
            Path.Combine(console, "list.txt"),
            ContentsText.Of(pages, folder.TopicSentences(), folder.Cmdlets)
        );
        foreach (var topic in folder.Topics)
        {
            var text = PlainText.Of(File.ReadAllText(topic));
            var name = Path.GetFileNameWithoutExtension(topic);
            File.WriteAllText(Path.Combine(module, name + ".help.txt"), text);
            File.WriteAllText(Path.Combine(console, name + ".txt"), text);
        }
        output.WriteLine($"{pages.Count} cmdlets and {folder.Topics.Count} topics");
        return 0;
    }

    private static int Refuse(TextWriter errors)
    {
        errors.WriteLine(Usage);
        return 2;
    }
}
