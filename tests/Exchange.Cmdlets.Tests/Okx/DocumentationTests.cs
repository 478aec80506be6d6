using System.Management.Automation;
using System.Reflection;
using System.Text.RegularExpressions;
using Exchange.Engine;
using Exchange.PowerShell;

namespace Exchange.Cmdlets.Tests.Okx;

/// <summary>The first table of docs/okx.md says what the cmdlets are.</summary>
public sealed partial class DocumentationTests
{
    private static readonly CmdletCatalog Cmdlets = CmdletCatalog.FromAssembly(typeof(ExchangeCmdlet).Assembly);

    private static readonly string Root = FindRoot();

    public static TheoryData<string, string, string> Rows =>
        [
            .. File.ReadLines(Path.Combine(Root, "docs", "okx.md"))
                .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
                .Where(cells => cells.Length == 5 && CmdletName().IsMatch(cells[1]))
                .Select(cells => new TheoryDataRow<string, string, string>(cells[1].Trim('`'), cells[2], cells[3])),
        ];

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_cmdlet_is_as_the_page_says(string name, string parameters, string emits)
    {
        var cmdlet = Cmdlets.Find(name);

        Assert.NotNull(cmdlet);
        var declared = cmdlet
            .Type.GetProperties()
            .Where(property => property.GetCustomAttributes<ParameterAttribute>().Any())
            .Select(property => $"`-{property.Name}`");
        Assert.Equal(declared.Order(StringComparer.Ordinal), Words(parameters));
        var output = cmdlet
            .Type.GetCustomAttributes<OutputTypeAttribute>()
            .SelectMany(attribute => attribute.Type)
            .Select(type => type.Type == typeof(string) ? "`string`" : $"`{type.Type.Name}`");
        Assert.Equal(output.Order(StringComparer.Ordinal), Words(emits));
        Assert.Contains($"'{name}'", File.ReadAllText(Path.Combine(Root, "Exchange.psd1")), StringComparison.Ordinal);
    }

    private static IEnumerable<string> Words(string cell) =>
        cell.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal);

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Exchange.psd1")))
        {
            folder = folder.Parent!;
        }
        return folder.FullName;
    }

    [GeneratedRegex("^`[A-Z][a-z]+-Okx[A-Za-z]+`$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CmdletName();
}
