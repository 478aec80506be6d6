using System.Text.RegularExpressions;
using Exchange.Engine;
using Exchange.PowerShell;

namespace Exchange.Cmdlets.Tests.Support;

/// <summary>A line as it is typed: words, words in single quotes, and <c>|</c> between cmdlets.</summary>
internal static partial class CommandText
{
    private static readonly CmdletCatalog Cmdlets = CmdletCatalog.FromAssembly(typeof(ExchangeCmdlet).Assembly);

    public static IReadOnlyList<CmdletCommand> Read(string line)
    {
        var commands = new List<List<string>> { new() };
        foreach (Match word in Word().Matches(line))
        {
            if (word.Value == "|")
            {
                commands.Add([]);
                continue;
            }
            commands[^1].Add(word.Groups["quoted"].Success ? word.Groups["quoted"].Value : word.Value);
        }
        return [.. commands.Select(Command)];
    }

    public static IReadOnlyList<string> Words(string line) =>
        [
            .. Word()
                .Matches(line)
                .Select(word => word.Groups["quoted"].Success ? word.Groups["quoted"].Value : word.Value),
        ];

    private static CmdletCommand Command(List<string> words)
    {
        var cmdlet = Cmdlets.Find(words[0]);
        Assert.NotNull(cmdlet);
        return new CmdletCommand(cmdlet, CmdletArguments.FromTokens(words.Skip(1)));
    }

    [GeneratedRegex(@"'(?<quoted>[^']*)'|[^\s']+", RegexOptions.None, 1000)]
    private static partial Regex Word();
}
