using System.Xml.Linq;
using Exchange.Cmdlets.Tests.Support;
using Exchange.Help;

namespace Exchange.Cmdlets.Tests.Help;

/// <summary>What the build makes of the pages: PowerShell's MAML, the about topics, the texts of <c>exchange</c>.</summary>
public sealed class MadeHelpTests : IDisposable
{
    private static readonly XNamespace Command = "http://schemas.microsoft.com/maml/dev/command/2004/10";
    private static readonly XNamespace Maml = "http://schemas.microsoft.com/maml/2004/10";

    private readonly TemporaryFolder _made = new();

    [Fact]
    public void The_MAML_holds_every_cmdlet_with_every_parameter_and_its_text()
    {
        Build();

        var commands = XDocument.Load(_made[HelpProgram.MamlName]).Root!.Elements(Command + "command").ToList();
        var pages = new PageFolder(HelpPages.Folder).Pages();
        Assert.Equal(pages.Count, commands.Count);
        foreach (var ((page, cmdlet), command) in pages.Zip(commands))
        {
            Assert.Equal(page.Name, command.Element(Command + "details")!.Element(Command + "name")!.Value);
            var parameters = command.Element(Command + "parameters")!.Elements().ToList();
            Assert.Equal(
                ParameterFacts.Of(cmdlet).Select(facts => facts.Name),
                parameters.Select(parameter => parameter.Element(Maml + "name")!.Value)
            );
            Assert.All(parameters, parameter => Assert.NotEmpty(parameter.Element(Maml + "description")!.Value));
            Assert.Equal(
                cmdlet.ParameterSetNames.Count,
                command.Element(Command + "syntax")!.Elements(Command + "syntaxItem").Count()
            );
            Assert.Equal(page.Links.Count, command.Descendants(Maml + "linkText").Count());
        }
    }

    [Fact]
    public void Every_cmdlet_and_topic_is_in_the_table_of_contents_once()
    {
        Build();

        var lines = File.ReadAllLines(_made["help/list.txt"]);
        var topics = new PageFolder(HelpPages.Folder).Topics.Select(file => Path.GetFileNameWithoutExtension(file));
        Assert.All(topics, name => Assert.Single(lines, line => line.Trim().Split(' ')[0] == name));
        Assert.All(HelpPages.Catalog.Names, name => Assert.Single(lines, line => line.Trim().Split(' ')[0] == name));
    }

    [Fact]
    public void Exchange_has_a_text_for_each_page_with_the_syntax_first()
    {
        Build();

        foreach (var (page, cmdlet) in new PageFolder(HelpPages.Folder).Pages())
        {
            var text = File.ReadAllText(_made[$"help/{page.Name}.txt"]);
            Assert.StartsWith(page.Name, text, StringComparison.Ordinal);
            Assert.All(cmdlet.Parameters, one => Assert.Contains($"\n-{one.Name}", text, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void A_folder_with_a_fault_is_not_made_into_help()
    {
        using var docs = new TemporaryFolder();
        File.WriteAllText(docs["Get-BitoProNothing.md"], "# Get-BitoProNothing\n");
        using var errors = new StringWriter();

        Assert.Equal(1, HelpProgram.Run(["build", docs.Path, _made.Path, _made["help"]], TextWriter.Null, errors));
        Assert.Contains("no such cmdlet", errors.ToString(), StringComparison.Ordinal);
        Assert.False(File.Exists(_made[HelpProgram.MamlName]));
    }

    [Fact]
    public void A_topic_is_wrapped_at_eighty_columns_but_for_its_code()
    {
        var words = string.Join(' ', Enumerable.Repeat("word", 40));
        var code = new string('x', 100);
        var text = PlainText.Of($"# about_X\n\n## Short description\n\n{words}\n\n- {words}\n\n```\n{code}\n```\n");

        var lines = text.Split('\n');
        Assert.Equal("ABOUT_X", lines[0]);
        Assert.Contains("SHORT DESCRIPTION", lines);
        Assert.Contains("    " + code, lines);
        Assert.All(
            lines.Where(line => !line.Contains('x', StringComparison.Ordinal)),
            line => Assert.InRange(line.Length, 0, 80)
        );
        Assert.Contains(lines, line => line.StartsWith("- word", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("  word", StringComparison.Ordinal));
        Assert.Equal(80, text.Split("word").Length - 1);
    }

    [Fact]
    public void Typed_lines_stand_behind_a_prompt_and_what_appears_does_not()
    {
        var example = new PageExample("", [], "$x = @'\na\n'@\nGet-A `\n    -B", "shown") { IsShownOnly = false };

        Assert.Equal("PS> $x = @'\n>>  a\n>>  '@\nPS> Get-A `\n>>      -B\n\nshown", SessionText.Of(example));
    }

    [Fact]
    public void Examples_come_as_JSON_lines()
    {
        using var output = new StringWriter();

        Assert.Equal(0, HelpProgram.Run(["examples", HelpPages.Folder], output, TextWriter.Null));
        var lines = output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.All(lines, line => Assert.StartsWith("{\"page\":\"", line, StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("\"shownOnly\":false", StringComparison.Ordinal));
    }

    public void Dispose() => _made.Dispose();

    private void Build()
    {
        using var errors = new StringWriter();
        Assert.Equal(
            (0, ""),
            (
                HelpProgram.Run(["build", HelpPages.Folder, _made.Path, _made["help"]], TextWriter.Null, errors),
                errors.ToString()
            )
        );
    }
}
