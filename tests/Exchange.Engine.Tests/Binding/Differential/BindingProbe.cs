using System.Management.Automation;
using System.Text.Json;

namespace Exchange.Engine.Tests.Binding.Differential;

/// <summary>
/// Asks Exchange.Engine how it binds. Text in and out, so that a real PowerShell, which asks itself the same questions, can load this
/// into a context of its own and compare (tests/Pester/Binding.Tests.ps1).
/// </summary>
public static class BindingProbe
{
    /// <summary>Tables with runs in, the same with answers out.</summary>
    public static string AnswerAll(string tables) => BindingTable.Write(BindingTable.Read(tables).Select(Answered));

    /// <summary>Tables and runs made of a seed, with answers.</summary>
    public static string Random(int seed, int count) =>
        BindingTable.Write(BindingTables.Random(seed, count).Select(Answered));

    internal static BindingTable Answered(BindingTable table)
    {
        var cmdlet = CmdletEmitter.Emit(table);
        return table with { Runs = [.. table.Runs.Select(run => run with { Answer = Answer(cmdlet, run) })] };
    }

    private static List<string> Answer(Type cmdlet, BindingRun run)
    {
        var lines = new List<string>();
        var sinks = new CmdletSinks
        {
            Output = line => lines.Add((string)line!),
            Error = error => lines.Add("! " + Id(error)),
        };
        var runner = new CmdletRunner { Sinks = sinks };
        var done = runner.Run(CmdletCommand.Of(cmdlet, [.. run.Arguments]), run.Input?.Select(ValueOf));
        if (done.TerminatingError is { } error)
        {
            lines.Add("! " + Id(error));
        }
        return lines;
    }

    private static string Id(ErrorRecord error) => error.FullyQualifiedErrorId.Split(',')[0];

    private static object? ValueOf(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            return value.ValueKind switch
            {
                JsonValueKind.Number => value.GetInt32(),
                JsonValueKind.String => value.GetString(),
                _ => null,
            };
        }
        var bag = new PSObject();
        foreach (var property in value.EnumerateObject())
        {
            bag.Properties.Add(new PSNoteProperty(property.Name, ValueOf(property.Value)));
        }
        return bag;
    }
}
