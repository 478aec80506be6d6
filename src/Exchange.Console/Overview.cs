using System.Reflection;
using Exchange.Engine;

namespace Exchange.CommandLine;

/// <summary>What <c>exchange</c> says of itself.</summary>
internal static class Overview
{
    public static string Version =>
        Assembly.GetExecutingAssembly().GetName().Version is { } version
            ? $"exchange {version.ToString(3)}"
            : "exchange";

    public static string Text(CmdletCatalog cmdlets) =>
        $"""
            {Version}: the cmdlets of the Exchange module without PowerShell.

            exchange <Cmdlet-Name> [-Parameter value ...]   run a cmdlet; objects come as JSON lines
            exchange <Cmdlet-Name> [...] -                  take its input objects from standard input, as JSON lines
            exchange help <Cmdlet-Name>                     what it does, and its parameters
            exchange help about_Exchange                    where to begin; the list names the other topics
            exchange list                                   every cmdlet

            Exit codes: 0 done, 1 failed, 2 bad arguments, 3 refused by the guard, 4 confirmation needed (the draft is in the
            error; look at it and repeat with -Confirm:$false), 130 stopped.
            Secrets are taken from the environment (-ApiKey env:MY_KEY) or asked for (-ApiKey prompt), never as plain words.

            {List(cmdlets)}
            """;

    public static string List(CmdletCatalog cmdlets) => StagedHelp.List ?? string.Join('\n', cmdlets.Names);
}
